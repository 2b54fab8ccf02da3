/** Items of the palette. */

import type { LucideIcon } from 'lucide-react'
import ArrowRight from 'lucide-react/icons/arrow-right'
import History from 'lucide-react/icons/history'
import Inbox from 'lucide-react/icons/inbox'
import Package from 'lucide-react/icons/package'
import User from 'lucide-react/icons/user'
import Zap from 'lucide-react/icons/zap'
import type { RecentCase } from '@/components/case/recent-cases'
import { type Command, SECTIONS, type Section } from '@/components/keyboard/commands'
import type { Keys } from '@/components/keyboard/keys'
import { ROLE_LABEL } from '@/components/ui/role-labels'
import type { CaseSummary } from '@/temporal/contract/cases/case'
import { getCaseKind, toCaseNumber } from '@/temporal/contract/cases/case-ids'
import * as paths from '@/temporal/contract/paths'
import type { Colleague } from '@/temporal/contract/people/people'
import type { CaseState } from '@/temporal/contract/states'
import { isolateText } from '@/temporal/contract/text/isolate-text'
import { matchesWords, rankMatch } from './match'

export interface PaletteItem {
  id: string
  label: string
  icon: LucideIcon
  /** Shown after the label, such as a customer's name. */
  detail?: string | undefined
  state?: CaseState
  keys?: Keys | undefined
  /** Why it is disabled. */
  disabledReason?: string | undefined
  /** URL that a new tab opens. */
  href?: string | undefined
  /** Action of the item; without it, choosing opens `href`. */
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

/** The last registered command of each id, without those that only have keys. */
const listableCommands = (commands: readonly Command[]): Command[] =>
  [...new Map(commands.map((command) => [command.id, command])).values()].filter(
    ({ isKeyOnly }) => !isKeyOnly,
  )

/** Matching commands by section, best match first. */
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
  href: paths.casePage(caseId),
})

/** Such as `Approval · 2T244ABC · Ada Byron`, without the number if the title contains it. */
const caseDetail = ({ kind, caseId, caseTitle, submitter }: CaseSummary): string => {
  const number = toCaseNumber(caseId)
  return [KIND_LABEL[kind], !caseTitle.includes(number) && number, isolateText(submitter[0]?.name ?? '')]
    .filter(Boolean)
    .join(' · ')
}

export const caseItem = (found: CaseSummary): PaletteItem => ({
  id: `case:${found.caseId}`,
  label: found.caseTitle,
  icon: CASE_ICON[found.kind],
  detail: caseDetail(found),
  state: found.status,
  href: paths.casePage(found.caseId),
})

/** A case of which only the id is known, because it has not loaded or could not be. */
export const caseIdItem = (caseId: string, disabledReason?: string): PaletteItem => ({
  id: `case:${caseId}`,
  label: disabledReason ? caseId : `Open ${caseId}`,
  icon: CASE_ICON[getCaseKind(caseId)],
  disabledReason,
  href: paths.casePage(caseId),
})

export const personItem = ({ id, name, email, role }: Colleague): PaletteItem => ({
  id: `person:${id}`,
  label: name,
  icon: User,
  detail: `${ROLE_LABEL[role]} · ${email}`,
  href: paths.inbox({ assignee: id }),
})
