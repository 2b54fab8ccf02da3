/** The whole state of a list of cases, as its address holds it: one parser for the server and the browser. */

import { SORTS, type Sort, UNASSIGNED } from '@/temporal/contract/cases/case-filter'
import type { CaseKind } from '@/temporal/contract/cases/case-ids'
import { isCaseId } from '@/temporal/contract/cases/case-ids'
import { DAY_MS } from '@/temporal/contract/time'
import { FILTER_NAMES, type Filters, isFilterName, parseFilters, parseOneOf } from './filters/inbox-filters'

export const TABS = { approval: ['mine', 'unassigned', 'all', 'closed'], order: ['all', 'closed'] } as const
export type Tab = (typeof TABS)[CaseKind][number]

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

const PATH = { approval: '/inbox', order: '/orders' } as const satisfies Record<CaseKind, string>

export const getListPath = (kind: CaseKind): string => PATH[kind]

/** Open approvals are sorted by what is due first, everything else by what is newest. */
export const defaultSort = (kind: CaseKind, tab: Tab): Sort => {
  if (tab === 'closed') return '-updated'
  return kind === 'approval' ? 'due' : '-created'
}

/** Whose cases a tab shows; null where a filter may say it. */
const tabAssignee = (tab: Tab): string | null => {
  if (tab === 'mine') return 'me'
  return tab === 'unassigned' ? UNASSIGNED : null
}

/** True when the tab leaves open who has the case. */
export const canFilterAssignee = ({ kind, tab }: Pick<InboxState, 'kind' | 'tab'>): boolean =>
  kind === 'approval' && tabAssignee(tab) === null

/** Reads an address; what is not valid falls back to its default. */
export const parseInbox = (kind: CaseKind, params: URLSearchParams): InboxState => {
  const tab = parseOneOf<Tab>(TABS[kind], params.get('tab')) ?? 'all'
  const caseId = params.get('case')
  const filters = parseFilters(kind, params)
  return {
    kind,
    tab,
    q: params.get('q')?.trim().slice(0, 200) ?? '',
    sort: parseOneOf(SORTS, params.get('sort')) ?? defaultSort(kind, tab),
    ...filters,
    assignee: canFilterAssignee({ kind, tab }) ? filters.assignee : null,
    cursor: params.get('cursor') || null,
    first: Math.max(1, Math.trunc(Number(params.get('first'))) || 1),
    caseId: caseId && isCaseId(caseId) ? caseId : null,
  }
}

const PAGE_PARAMS = ['q', 'cursor', 'first']

/**
 * What an address asks for that no list knows, such as `foo` or `state=NOPE`, and a `case` that is none.
 * @param state what was understood of the same address
 */
export const unknownFilters = (
  state: InboxState,
  params: URLSearchParams,
): { filters: string[]; caseId: string | null } => {
  const isKnown = (name: string, value: string): boolean => {
    if (isFilterName(name)) return state[name] !== null
    if (name === 'tab') return state.tab === value
    if (name === 'sort') return state.sort === value
    return PAGE_PARAMS.includes(name)
  }
  const given = [...params].filter(([name, value]) => value.trim() !== '' && name !== 'case')
  const asked = params.get('case')
  return {
    filters: given
      .filter(([name, value]) => !isKnown(name, value))
      .map(([name, value]) =>
        isFilterName(name) || ['tab', 'sort'].includes(name) ? `${name}=${value}` : name,
      ),
    caseId: asked && state.caseId === null ? asked : null,
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
  if (!canFilterAssignee(next)) next.assignee = null
  const params = new URLSearchParams()
  put(params, 'tab', next.tab === 'all' ? null : next.tab)
  put(params, 'q', next.q)
  put(params, 'sort', next.sort === defaultSort(next.kind, next.tab) ? null : next.sort)
  for (const name of FILTER_NAMES) put(params, name, next[name])
  if (staysOnPage && next.cursor) {
    put(params, 'cursor', next.cursor)
    put(params, 'first', next.first)
  }
  put(params, 'case', next.caseId)
  const query = params.toString()
  return PATH[next.kind] + (query && `?${query}`)
}

const cents = (value: number | null): number | null => (value === null ? null : Math.round(value * 100))

/** The wire's `to` is exclusive, people's last day is not. */
const dayAfter = (day: string | null): string | null =>
  day && new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)

const putFilters = (params: URLSearchParams, state: InboxState) => {
  put(params, 'group', state.group)
  put(params, 'priority', state.priority)
  put(params, 'due', state.due)
  put(params, 'from', state.from)
  put(params, 'to', dayAfter(state.to))
  put(params, 'minAmount', cents(state.minAmount))
  put(params, 'maxAmount', cents(state.maxAmount))
  put(params, 'q', state.q)
}

/** What `GET /api/v1/cases` is asked for this state. Equal states give equal strings. */
export const toCasesQuery = (state: InboxState): string => {
  const params = new URLSearchParams({ kind: state.kind })
  put(params, 'state', state.state ?? (state.tab === 'closed' ? 'closed' : 'open'))
  put(params, 'assignee', tabAssignee(state.tab) ?? state.assignee)
  putFilters(params, state)
  put(params, 'sort', state.sort)
  put(params, 'cursor', state.cursor)
  return params.toString()
}

/** What `GET /api/v1/cases/counts` is asked; empty for the whole inbox. Tabs say the state and who has the case. */
export const toCountsQuery = (state: InboxState): string => {
  const params = new URLSearchParams(state.kind === 'approval' ? {} : { kind: state.kind })
  putFilters(params, state)
  return params.toString()
}

/** True when anything but the tab narrows the list. */
export const hasFilters = (state: InboxState): boolean =>
  state.q !== '' || FILTER_NAMES.some((name) => state[name] !== null)
