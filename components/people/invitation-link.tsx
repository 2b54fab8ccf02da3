import { LocalTime } from '@/components/ui/local-time'
import { SecretReveal } from '@/components/ui/secret-reveal'
import { UserText } from '@/components/ui/user-text'
import * as paths from '@/temporal/contract/paths'
import { isolateText } from '@/temporal/contract/text/isolate-text'

/** An invited person, with the link that is shown once. */
export interface InvitedPerson {
  userId: string
  name: string
  link: string
  endsAt: string
}

/** The link of an invitation, shown once. */
export const InvitationLink = ({ invited }: { invited: InvitedPerson }) => (
  <SecretReveal
    title={`${isolateText(invited.name)} is invited`}
    secret={invited.link}
    what="invitation link"
  >
    Send <UserText>{invited.name}</UserText> this link. It is shown this once, works once, and ends{' '}
    <LocalTime at={invited.endsAt} />.{' '}
    <a href={paths.person(invited.userId)} className="link">
      Their account
    </a>
  </SecretReveal>
)
