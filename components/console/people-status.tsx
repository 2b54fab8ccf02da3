import { Badge } from '@/components/ui/badge'
import type { AccountStatus } from '@/temporal/contract/people/people'
import { STATUS_WORD } from './people-words'

/** How an account stands, in a word. */
export const PersonStatus = ({ status }: { status: AccountStatus }) => {
  const [word, tone] = STATUS_WORD[status]
  return <Badge tone={tone}>{word}</Badge>
}
