/** What the lists of the console are called, and why one may be empty. */

import { priorityWord } from '@/components/case/priority'
import { type GroupOfPeople, groupNameOf } from '@/components/case/viewer'
import { STATE_WORD } from '@/components/ui/state-words'
import {
  type DueFilter,
  type ListSource,
  type Sort,
  type SortField,
  UNASSIGNED,
} from '@/temporal/contract/cases/case-filter'
import type { CaseKind } from '@/temporal/contract/cases/case-ids'
import { DEFAULT_CURRENCY, formatMoney } from '@/temporal/contract/money'
import type { Filters } from './inbox-filters'
import { type InboxState, isNarrowed, type Tab } from './inbox-state'

export const TITLE = { approval: 'Inbox', order: 'Orders' } as const satisfies Record<CaseKind, string>

const TAB_WORD = {
  approval: { mine: 'Mine', unassigned: 'Unassigned', all: 'All', closed: 'Closed' },
  order: { mine: 'Mine', unassigned: 'Unassigned', all: 'Open', closed: 'Closed' },
} as const satisfies Record<CaseKind, Record<Tab, string>>

export const tabWord = (kind: CaseKind, tab: Tab): string => TAB_WORD[kind][tab]

export const DUE_WORD = {
  overdue: 'Overdue',
  today: 'Due today',
  week: 'Due this week',
} as const satisfies Record<DueFilter, string>

const SORT_WORD = {
  due: ['Due first', 'Due last'],
  created: ['Oldest', 'Newest'],
  updated: ['Longest unchanged', 'Last changed'],
  amount: ['Smallest amount', 'Largest amount'],
  priority: ['Lowest priority', 'Highest priority'],
  title: ['Title A–Z', 'Title Z–A'],
  requester: ['Requester A–Z', 'Requester Z–A'],
  assignee: ['Assignee A–Z', 'Assignee Z–A'],
  state: ['State, first to last', 'State, last to first'],
  group: ['Group A–Z', 'Group Z–A'],
} as const satisfies Record<SortField, readonly [string, string]>

export const sortWord = (sort: Sort): string => {
  const isDown = sort.startsWith('-')
  return SORT_WORD[(isDown ? sort.slice(1) : sort) as SortField][isDown ? 1 : 0]
}

const dayWord = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day))
const amountWord = (amount: number): string => formatMoney(Math.round(amount * 100), DEFAULT_CURRENCY)

/** Name of a person of any group, or the id of one who is in none. */
const personNameOf = (groups: readonly GroupOfPeople[], id: string): string =>
  groups.flatMap(({ members }) => members).find((member) => member.id === id)?.name ?? id

const CHIP = {
  state: (value) => STATE_WORD[value],
  assignee: (value, groups) =>
    value === UNASSIGNED ? 'Unassigned' : `Assigned to ${personNameOf(groups, value)}`,
  group: (value, groups) => groupNameOf(groups, value),
  priority: (value) => `${priorityWord(value)} priority or higher`,
  due: (value) => DUE_WORD[value],
  from: (value) => `created from ${dayWord(value)}`,
  to: (value) => `created to ${dayWord(value)}`,
  minAmount: (value) => `from ${amountWord(value)}`,
  maxAmount: (value) => `up to ${amountWord(value)}`,
} satisfies {
  [K in keyof Filters]: (value: NonNullable<Filters[K]>, groups: readonly GroupOfPeople[]) => string
}

/** The filters that are on, in words. */
export const chipsOf = (
  state: InboxState,
  groups: readonly GroupOfPeople[],
): { name: keyof Filters; word: string }[] =>
  (Object.keys(CHIP) as (keyof Filters)[]).flatMap((name) => {
    const value = state[name]
    if (value === null) return []
    const say = CHIP[name] as (
      value: NonNullable<Filters[keyof Filters]>,
      groups: readonly GroupOfPeople[],
    ) => string
    return [{ name, word: say(value, groups) }]
  })

const EMPTY: Record<CaseKind, Record<Tab, { title: string; why: string }>> = {
  approval: {
    mine: {
      title: 'Nothing is assigned to you',
      why: 'Claim a case under Unassigned, or wait for a colleague to assign you one.',
    },
    unassigned: {
      title: 'Everything has been taken',
      why: 'A new approval lands here as soon as a rule asks for one.',
    },
    all: {
      title: 'No decision is waiting',
      why: 'Approvals appear here when an order meets a rule, such as a high total.',
    },
    closed: {
      title: 'Nothing was decided yet',
      why: 'Decided, expired and withdrawn approvals are kept here.',
    },
  },
  order: {
    mine: { title: 'No orders', why: '' },
    unassigned: { title: 'No orders', why: '' },
    all: { title: 'No order is under way', why: 'Orders appear here the moment a customer places one.' },
    closed: { title: 'No order has ended yet', why: 'Completed, failed and cancelled orders are kept here.' },
  },
}

/** Why a list is empty and what would fill it. */
export const emptyWords = (state: InboxState, source: ListSource): { title: string; why: string } => {
  if (!isNarrowed(state)) return EMPTY[state.kind][state.tab]
  if (state.q && source === 'visibility')
    return {
      title: 'Nothing found in titles',
      why: 'While the database is away only whole words of titles are searched: no people, products, e-mails or ids.',
    }
  return {
    title: 'Nothing matches',
    why: state.q ? 'Try other words or fewer filters.' : 'Remove a filter to see more.',
  }
}
