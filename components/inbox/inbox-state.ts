/** The state of a list of cases, held in its address; the server and the browser parse it alike. */

import { SORTS, type Sort, UNASSIGNED } from '@/temporal/contract/cases/case-filter'
import { type CaseKind, isCaseId } from '@/temporal/contract/cases/case-ids'
import { parseWholeNumber } from '@/temporal/contract/numbers'
import * as paths from '@/temporal/contract/paths'
import type { EndpointInput } from '@/temporal/contract/schemas/endpoints/endpoints'
import { truncateText } from '@/temporal/contract/text/truncate-text'
import {
  FACET_NAMES,
  type Filters,
  isFacetName,
  parseFilters,
  parseOneOf,
  toApiFacets,
} from './filters/inbox-filters'

type ListQuery = EndpointInput<'listCases'>
type CountsQuery = EndpointInput<'countCases'>

export const TABS = { approval: ['mine', 'unassigned', 'all', 'closed'], order: ['all', 'closed'] } as const
export type Tab = (typeof TABS)[CaseKind][number]

export interface InboxState extends Filters {
  kind: CaseKind
  tab: Tab
  q: string
  sort: Sort
  cursor: string | null
  /** Position of the page's first row in the whole list, from 1; cursors do not hold it. */
  first: number
  caseId: string | null
}

const LIST_PATH = { approval: paths.inbox, order: paths.orders } as const satisfies Record<CaseKind, unknown>

export const getListPath = (kind: CaseKind): string => LIST_PATH[kind]()

/** Open approvals are sorted by deadline, everything else by the newest. */
export const defaultSort = (kind: CaseKind, tab: Tab): Sort => {
  if (tab === 'closed') return '-updated'
  return kind === 'approval' ? 'due' : '-created'
}

/** The assignee that a tab implies; null where a filter may set it. */
const tabAssignee = (tab: Tab): string | null => {
  if (tab === 'mine') return 'me'
  return tab === 'unassigned' ? UNASSIGNED : null
}

/** True when the tab implies no assignee. */
export const canFilterAssignee = ({ kind, tab }: Pick<InboxState, 'kind' | 'tab'>): boolean =>
  kind === 'approval' && tabAssignee(tab) === null

/** Parses an address; an invalid value falls back to its default. */
export const parseInbox = (kind: CaseKind, params: URLSearchParams): InboxState => {
  const tab = parseOneOf<Tab>(TABS[kind], params.get('tab')) ?? 'all'
  const caseId = params.get('case')
  const filters = parseFilters(kind, params)
  return {
    kind,
    tab,
    q: truncateText(params.get('q')?.trim() ?? '', 200),
    sort: parseOneOf(SORTS, params.get('sort')) ?? defaultSort(kind, tab),
    ...filters,
    assignee: canFilterAssignee({ kind, tab }) ? filters.assignee : null,
    cursor: params.get('cursor') || null,
    first: parseWholeNumber(params.get('first') ?? '', { min: 1 }) ?? 1,
    caseId: caseId && isCaseId(caseId) ? caseId : null,
  }
}

const PAGE_PARAMS = ['q', 'cursor', 'first']

/**
 * Parameters of an address that no list has, such as `foo` or `state=NOPE`, and a `case` that is no id.
 * @param state parsed from the same address
 */
export const unknownFilters = (
  state: InboxState,
  params: URLSearchParams,
): { filters: string[]; caseId: string | null } => {
  const isKnown = (name: string, value: string): boolean => {
    if (isFacetName(name)) return state[name] !== null
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
        isFacetName(name) || ['tab', 'sort'].includes(name) ? `${name}=${value}` : name,
      ),
    caseId: asked && state.caseId === null ? asked : null,
  }
}

/** Address of a list after `change`. Another tab, filter, search or sort starts at the first page. */
export const inboxHref = (state: InboxState, change: Partial<InboxState> = {}): string => {
  const next = { ...state, ...change }
  const staysOnPage = 'cursor' in change || Object.keys(change).every((key) => key === 'caseId')
  if (change.tab && !change.sort) next.sort = defaultSort(next.kind, change.tab)
  if (!canFilterAssignee(next)) next.assignee = null
  const cursor = staysOnPage ? next.cursor : null
  return LIST_PATH[next.kind]({
    tab: next.tab === 'all' ? null : next.tab,
    q: next.q,
    sort: next.sort === defaultSort(next.kind, next.tab) ? null : next.sort,
    ...Object.fromEntries(FACET_NAMES.map((name) => [name, next[name]])),
    cursor,
    first: cursor && next.first,
    case: next.caseId,
  })
}

/** Filters of a list that its tabs do not replace. */
const KEPT_BY_TABS = FACET_NAMES.filter((name) => name !== 'state' && name !== 'assignee')

const toSearch = (state: InboxState): CountsQuery => ({
  ...toApiFacets(state, KEPT_BY_TABS),
  ...(state.q && { q: state.q }),
})

/** The query of `GET /cases` for this state. */
export const toListQuery = (state: InboxState): ListQuery => {
  const assignee = tabAssignee(state.tab) ?? state.assignee
  return {
    kind: state.kind,
    state: state.state ?? (state.tab === 'closed' ? 'closed' : 'open'),
    ...(assignee && { assignee }),
    ...toSearch(state),
    sort: state.sort,
    ...(state.cursor && { cursor: state.cursor }),
  }
}

/** A text that is equal for two states that list the same page. */
export const toListKey = (state: InboxState): string => JSON.stringify(toListQuery(state))

/** The query of `GET /cases/counts`; empty for the whole inbox. Tabs set the states and the assignee. */
export const toCountsQuery = (state: InboxState): CountsQuery => ({
  ...(state.kind !== 'approval' && { kind: state.kind }),
  ...toSearch(state),
})

/** True when anything but the tab narrows the list. */
export const hasFilters = (state: InboxState): boolean =>
  state.q !== '' || FACET_NAMES.some((name) => state[name] !== null)
