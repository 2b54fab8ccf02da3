/** What the palette lists. */

import type { LucideIcon } from 'lucide-react'
import ArrowRight from 'lucide-react/icons/arrow-right'
import History from 'lucide-react/icons/history'
import Inbox from 'lucide-react/icons/inbox'
import Package from 'lucide-react/icons/package'
import User from 'lucide-react/icons/user'
import Zap from 'lucide-react/icons/zap'
import { type Command, SECTIONS, type Section } from '@/components/keyboard/commands'
import type { Keys } from '@/components/keyboard/keys'
import { ROLE_LABEL } from '@/components/ui/role-labels'
import type { CaseSummary } from '@/temporal/contract/cases/case'
import { getCaseKind, toCaseNumber } from '@/temporal/contract/cases/case-ids'
import { paths } from '@/temporal/contract/paths'
import type { Colleague } from '@/temporal/contract/people/people'
import type { CaseState } from '@/temporal/contract/states'
import type { RecentCase } from '../case/recent-cases'
import { matchesWords, rankMatch } from './match'

export interface PaletteItem {
  /** Unique in the list. */
  id: string
  label: string
  icon: LucideIcon
  /** Said after the label, such as a customer's name. */
  detail?: string | undefined
  state?: CaseState
  keys?: Keys | undefined
  /** Why it cannot be chosen now. */
  disabledReason?: string | undefined
  /** What a new tab opens. */
  href?: string | undefined
  /** What choosing does where that is not going to `href`. */
  run?: () => void
}

export interface PaletteGroup {
  value: string
  items: PaletteItem[]
}

const CASE_ICON = { approval: Inbox, order: Package } as const
const KIND_LABEL = { approval: 'Approval', order: 'Order' } as const

const commandItem = ({ id, label, keys, disabledReason, href, run, section }: Command): PaletteItem => ({
  id: `command:${id}`,
  label,
  icon: section === 'Go to' ? ArrowRight : Zap,
  keys,
  disabledReason,
  href,
  run,
})

/** The newest command of each id, without those that make sense by key alone. */
const listableCommands = (commands: readonly Command[]): Command[] =>
  [...new Map(commands.map((command) => [command.id, command])).values()].filter(
    ({ isKeyOnly }) => !isKeyOnly,
  )

/** Commands by section, those that match, the best first. */
export const commandGroups = (commands: readonly Command[], words: readonly string[]): PaletteGroup[] => {
  const found = listableCommands(commands).filter(({ label, section, keywords = '' }) =>
    matchesWords(label, `${section} ${keywords}`, words),
  )
  const inSection = (section: Section) =>
    found
      .filter((command) => command.section === section)
      .sort((a, b) => (words.length > 0 ? rankMatch(a.label, words) - rankMatch(b.label, words) : 0))
      .map(commandItem)
  return SECTIONS.map((section) => ({ value: section, items: inSection(section) }))
}

export const recentItem = ({ caseId, title }: RecentCase): PaletteItem => ({
  id: `recent:${caseId}`,
  label: title,
  icon: History,
  detail: KIND_LABEL[getCaseKind(caseId)],
  href: paths.case(caseId),
})

/** Such as `Approval · 2T244ABC · Ada Byron`; a number that the title says is not said twice. */
const caseDetail = ({ kind, caseId, caseTitle, submitter }: CaseSummary): string => {
  const number = toCaseNumber(caseId)
  return [KIND_LABEL[kind], !caseTitle.includes(number) && number, submitter[0]?.name]
    .filter(Boolean)
    .join(' · ')
}

export const caseItem = (found: CaseSummary): PaletteItem => ({
  id: `case:${found.caseId}`,
  label: found.caseTitle,
  icon: CASE_ICON[found.kind],
  detail: caseDetail(found),
  state: found.status,
  href: paths.case(found.caseId),
})

/** A case that is known by its id alone, before or without an answer about it. */
export const caseIdItem = (caseId: string, disabledReason?: string): PaletteItem => ({
  id: `case:${caseId}`,
  label: disabledReason ? caseId : `Open ${caseId}`,
  icon: CASE_ICON[getCaseKind(caseId)],
  disabledReason,
  href: paths.case(caseId),
})

export const personItem = ({ id, name, email, role }: Colleague): PaletteItem => ({
  id: `person:${id}`,
  label: name,
  icon: User,
  detail: `${ROLE_LABEL[role]} · ${email}`,
  href: paths.inbox({ assignee: id }),
})
