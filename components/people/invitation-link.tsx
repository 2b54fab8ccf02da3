import { LocalTime } from '@/components/ui/local-time'
import { paths } from '@/temporal/contract/paths'
import { SecretReveal } from '../ui/secret-reveal'

/** Somebody who was invited, with the link that is told once. */
export interface InvitedPerson {
  userId: string
  name: string
  link: string
  endsAt: string
}

/** The link of an invitation, to be handed over. */
export const InvitationLink = ({ invited }: { invited: InvitedPerson }) => (
  <SecretReveal title={`${invited.name} is invited`} secret={invited.link} what="invitation link">
    Send {invited.name} this link. It is shown this once, works once, and ends{' '}
    <LocalTime at={invited.endsAt} />.{' '}
    <a href={paths.person(invited.userId)} className="link">
      Their account
    </a>
  </SecretReveal>
)
