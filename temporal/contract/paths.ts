/** Every link of the product. Pages, mails and responses take their links from here, so that a page can move. */

import type { FilterName } from './cases/case-filter'

type QueryValue = string | number | null | undefined
type Query<Name extends string> = Partial<Record<Name, QueryValue>>
/** State of a list in its address. */
type ListState = Query<FilterName | 'tab' | 'sort' | 'cursor' | 'first' | 'case'>

/** `path` with a query; empty values are left out. */
export const withQuery = (path: string, query: Readonly<Record<string, unknown>> = {}): string => {
  const given = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  return given.length > 0
    ? `${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
    : path
}

export const paths = {
  home: () => '/',
  signIn: (query?: Query<'next' | 'set'>) => withQuery('/sign-in', query),
  invitation: (token: string) => `/invitation/${token}`,
  /** Says why an invitation cannot be used. */
  invitationRefused: (query?: Query<'why'>) => withQuery('/invitation', query),

  inbox: (state?: ListState) => withQuery('/inbox', state),
  orders: (state?: ListState) => withQuery('/orders', state),
  case: (caseId: string) => `/cases/${caseId}`,
  reports: (query?: Query<'days'>) => withQuery('/reports', query),
  team: () => '/team',
  people: (query?: Query<'q' | 'role' | 'status' | 'sort' | 'page'>) => withQuery('/people', query),
  person: (userId: string) => `/people/${userId}`,
  invitePerson: () => '/people/invite',
  tokens: () => '/people/tokens',
  audit: (query?: Query<'about' | 'after'>) => withQuery('/people/audit', query),
  account: () => '/account',

  /** The order form. `again` is the status token of an order to repeat. */
  order: (query?: Query<'again'>) => withQuery('/order', query),
  myOrders: (query?: Query<'after'>) => withQuery('/my-orders', query),
  /** Status page of an order. */
  track: (token: string) => `/track/${token}`,
  trackEvents: (token: string) => `/track/${token}/events`,

  apiReference: () => '/docs/api',
  openApi: () => '/api/v1/openapi.json',
} as const
