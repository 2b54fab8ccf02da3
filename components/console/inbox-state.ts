/** The whole state of a list of cases, as its address holds it: one parser for the server and the browser. */

import { DUE_FILTERS, type DueFilter, NOBODY, SORTS, type Sort } from '@/temporal/contract/filter'
import type { CaseKind } from '@/temporal/contract/ids'
import { isCaseId } from '@/temporal/contract/ids'
import { APPROVAL_STATES, type CaseState, isCaseState, ORDER_STATES } from '@/temporal/contract/states'

export const TABS = { approval: ['mine', 'unassigned', 'all', 'closed'], order: ['all', 'closed'] } as const
export type Tab = (typeof TABS)[CaseKind][number]

/** Filters that show as chips. Amounts are in the currency's unit, as people type them. */
export interface Filters {
  state: CaseState | null
  group: string | null
  priority: number | null
  due: DueFilter | null
  minAmount: number | null
  maxAmount: number | null
}

export interface InboxState extends Filters {
  kind: CaseKind
  tab: Tab
  q: string
  sort: Sort
  cursor: string | null
  /** Position of the page's first row in the whole list, from 1; cursors do not know it. */
  first: number
  caseId: string | null
}

export const NO_FILTERS: Filters = {
  state: null,
  group: null,
  priority: null,
  due: null,
  minAmount: null,
  maxAmount: null,
}

const PATH = { approval: '/inbox', order: '/orders' } as const satisfies Record<CaseKind, string>

export const pathOf = (kind: CaseKind): string => PATH[kind]

export const statesOf = (kind: CaseKind): readonly CaseState[] =>
  kind === 'approval' ? APPROVAL_STATES : ORDER_STATES

/** Open approvals are sorted by what is due first, everything else by what is newest. */
export const defaultSort = (kind: CaseKind, tab: Tab): Sort => {
  if (tab === 'closed') return '-updated'
  return kind === 'approval' ? 'due' : '-created'
}

const oneOf = <T extends string>(allowed: readonly T[], value: string | null): T | null =>
  allowed.find((one) => one === value) ?? null

const amount = (value: string | null): number | null => {
  const number = value ? Number(value) : Number.NaN
  return Number.isFinite(number) && number >= 0 ? number : null
}

/** A range typed the wrong way round means the same range. */
const amountRange = (from: number | null, to: number | null) =>
  from !== null && to !== null && from > to
    ? { minAmount: to, maxAmount: from }
    : { minAmount: from, maxAmount: to }

/** Reads an address; what is not valid falls back to its default. */
export const parseInbox = (kind: CaseKind, params: URLSearchParams): InboxState => {
  const tab = oneOf<Tab>(TABS[kind], params.get('tab')) ?? 'all'
  const state = params.get('state')
  const caseId = params.get('case')
  const priority = Number(params.get('priority'))
  return {
    kind,
    tab,
    q: params.get('q')?.trim().slice(0, 200) ?? '',
    sort: oneOf(SORTS, params.get('sort')) ?? defaultSort(kind, tab),
    state: isCaseState(state) && statesOf(kind).includes(state) ? state : null,
    group: params.get('group') || null,
    priority: [1, 2, 3].includes(priority) ? priority : null,
    due: oneOf(DUE_FILTERS, params.get('due')),
    ...amountRange(amount(params.get('minAmount')), amount(params.get('maxAmount'))),
    cursor: params.get('cursor') || null,
    first: Math.max(1, Math.trunc(Number(params.get('first'))) || 1),
    caseId: caseId && isCaseId(caseId) ? caseId : null,
  }
}

const put = (params: URLSearchParams, name: string, value: string | number | null) => {
  if (value !== null && value !== '') params.set(name, String(value))
}

/** Address of a list after `change`. Another tab, filter, search or sort starts again at the first page. */
export const inboxHref = (state: InboxState, change: Partial<InboxState> = {}): string => {
  const next = { ...state, ...change }
  const staysOnPage = 'cursor' in change || Object.keys(change).every((key) => key === 'caseId')
  if (change.tab && !change.sort) next.sort = defaultSort(next.kind, change.tab)
  const params = new URLSearchParams()
  put(params, 'tab', next.tab === 'all' ? null : next.tab)
  put(params, 'q', next.q)
  put(params, 'sort', next.sort === defaultSort(next.kind, next.tab) ? null : next.sort)
  for (const name of Object.keys(NO_FILTERS) as (keyof Filters)[]) put(params, name, next[name])
  if (staysOnPage && next.cursor) {
    put(params, 'cursor', next.cursor)
    put(params, 'first', next.first)
  }
  put(params, 'case', next.caseId)
  const query = params.toString()
  return PATH[next.kind] + (query && `?${query}`)
}

const tabAssignee = (tab: Tab): string | null => {
  if (tab === 'mine') return 'me'
  return tab === 'unassigned' ? NOBODY : null
}

const cents = (value: number | null): number | null => (value === null ? null : Math.round(value * 100))

/** What `GET /api/v1/cases` is asked for this state. Equal states give equal strings. */
export const casesQuery = (state: InboxState): string => {
  const params = new URLSearchParams({ kind: state.kind })
  put(params, 'state', state.state ?? (state.tab === 'closed' ? 'closed' : 'open'))
  put(params, 'assignee', tabAssignee(state.tab))
  put(params, 'group', state.group)
  put(params, 'priority', state.priority)
  put(params, 'due', state.due)
  put(params, 'minAmount', cents(state.minAmount))
  put(params, 'maxAmount', cents(state.maxAmount))
  put(params, 'q', state.q)
  put(params, 'sort', state.sort)
  put(params, 'cursor', state.cursor)
  return params.toString()
}

/** True when anything but the tab narrows the list. */
export const isNarrowed = (state: InboxState): boolean =>
  state.q !== '' || Object.keys(NO_FILTERS).some((name) => state[name as keyof Filters] !== null)
