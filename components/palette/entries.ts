/** What the palette lists. */

import type { LucideIcon } from 'lucide-react'
import ArrowRight from 'lucide-react/icons/arrow-right'
import History from 'lucide-react/icons/history'
import Inbox from 'lucide-react/icons/inbox'
import Package from 'lucide-react/icons/package'
import User from 'lucide-react/icons/user'
import Zap from 'lucide-react/icons/zap'
import { type Command, SECTIONS, type Section } from '@/components/commands/commands'
import type { Keys } from '@/components/commands/keys'
import { ROLE_WORD } from '@/components/console/role-words'
import type { CaseSummary } from '@/temporal/contract/cases/case'
import { getCaseKind, toCaseNumber } from '@/temporal/contract/cases/case-ids'
import type { Colleague } from '@/temporal/contract/people/people'
import type { CaseState } from '@/temporal/contract/states'
import { answers, rankOf } from './match'
import type { RecentCase } from './recent-cases'

export interface Entry {
  /** Unique in the list. */
  id: string
  label: string
  icon: LucideIcon
  /** Said after the label, such as a customer's name. */
  note?: string | undefined
  state?: CaseState
  keys?: Keys | undefined
  /** Why it cannot be chosen now. */
  off?: string | undefined
  /** What a new tab opens. */
  href?: string | undefined
  /** What choosing does where that is not going to `href`. */
  run?: () => void
}

export interface Group {
  value: string
  items: Entry[]
}

const CASE_ICON = { approval: Inbox, order: Package } as const
const KIND_WORD = { approval: 'Approval', order: 'Order' } as const
const casePath = (caseId: string): string => `/cases/${caseId}`

const commandEntry = ({ id, label, keys, off, href, run, section }: Command): Entry => ({
  id: `command:${id}`,
  label,
  icon: section === 'Go to' ? ArrowRight : Zap,
  keys,
  off,
  href,
  run,
})

/** The newest command of each id, without those that make sense by key alone. */
const choosable = (commands: readonly Command[]): Command[] =>
  [...new Map(commands.map((command) => [command.id, command])).values()].filter(
    ({ isKeyOnly }) => !isKeyOnly,
  )

/** Commands by section, those that match, the best first. */
export const commandGroups = (commands: readonly Command[], words: readonly string[]): Group[] => {
  const found = choosable(commands).filter(({ label, section, also = '' }) =>
    answers(label, `${section} ${also}`, words),
  )
  const inSection = (section: Section) =>
    found
      .filter((command) => command.section === section)
      .sort((a, b) => (words.length > 0 ? rankOf(a.label, words) - rankOf(b.label, words) : 0))
      .map(commandEntry)
  return SECTIONS.map((section) => ({ value: section, items: inSection(section) }))
}

export const recentEntry = ({ caseId, title }: RecentCase): Entry => ({
  id: `recent:${caseId}`,
  label: title,
  icon: History,
  note: KIND_WORD[getCaseKind(caseId)],
  href: casePath(caseId),
})

/** Such as `Approval · 2T244ABC · Ada Byron`; a number that the title says is not said twice. */
const caseNote = ({ kind, caseId, caseTitle, submitter }: CaseSummary): string => {
  const number = toCaseNumber(caseId)
  return [KIND_WORD[kind], !caseTitle.includes(number) && number, submitter[0]?.name]
    .filter(Boolean)
    .join(' · ')
}

export const caseEntry = (found: CaseSummary): Entry => ({
  id: `case:${found.caseId}`,
  label: found.caseTitle,
  icon: CASE_ICON[found.kind],
  note: caseNote(found),
  state: found.status,
  href: casePath(found.caseId),
})

/** A case that is known by its id alone, before or without an answer about it. */
export const idEntry = (caseId: string, off?: string): Entry => ({
  id: `case:${caseId}`,
  label: off ? caseId : `Open ${caseId}`,
  icon: CASE_ICON[getCaseKind(caseId)],
  off,
  href: casePath(caseId),
})

export const personEntry = ({ id, name, email, role }: Colleague): Entry => ({
  id: `person:${id}`,
  label: name,
  icon: User,
  note: `${ROLE_WORD[role]} · ${email}`,
  href: `/inbox?assignee=${encodeURIComponent(id)}`,
})
