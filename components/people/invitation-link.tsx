import { LocalTime } from '@/components/ui/local-time'
import { SecretReveal } from '@/components/ui/secret-reveal'
import * as paths from '@/temporal/contract/paths'

/** An invited person, with the link that is shown once. */
export interface InvitedPerson {
  userId: string
  name: string
  link: string
  endsAt: string
}

/** The link of an invitation, shown once. */
export const InvitationLink = ({ invited }: { invited: InvitedPerson }) => (
  <SecretReveal title={`${invited.name} is invited`} secret={invited.link} what="invitation link">
    Send {invited.name} this link. It is shown this once, works once, and ends{' '}
    <LocalTime at={invited.endsAt} />.{' '}
    <a href={paths.person(invited.userId)} className="link">
      Their account
    </a>
  </SecretReveal>
)
