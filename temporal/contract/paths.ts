/**
 * Paths of the pages, for links in pages, components and API responses. Paths of the API are in `api-routes.ts`. Import
 * it as `* as paths`: each builder is an export of its own, so that a bundle holds only those that are used.
 */

import type { FilterName } from './cases/case-filter'

type QueryValue = string | number | null | undefined
type Query<Name extends string> = Partial<Record<Name, QueryValue>>
/** State of a list in its address. */
type ListState = Query<Exclude<FilterName, 'kind' | 'zone'> | 'tab' | 'sort' | 'cursor' | 'first' | 'case'>

/** `path` with a query; empty values are left out. */
export const withQuery = (path: string, query: Readonly<Record<string, unknown>> = {}): string => {
  const given = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  return given.length > 0
    ? `${path}?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
    : path
}

export const home = () => '/'
export const signIn = (query?: Query<'next' | 'set' | 'out'>) => withQuery('/sign-in', query)
export const invitation = (token: string) => `/invitation/${token}`
/** Says why an invitation cannot be used. */
export const invitationRefused = (query?: Query<'why'>) => withQuery('/invitation', query)

export const inbox = (state?: ListState) => withQuery('/inbox', state)
export const orders = (state?: ListState) => withQuery('/orders', state)
export const casePage = (caseId: string) => `/cases/${caseId}`
/** The case id in the path of a case page, or null for another path. */
export const parseCasePath = (path: string): string | null => /^\/cases\/([^/]+)$/.exec(path)?.[1] ?? null
export const reports = (query?: Query<'days'>) => withQuery('/reports', query)
export const team = () => '/team'
export const people = (query?: Query<'q' | 'role' | 'status' | 'sort' | 'page'>) =>
  withQuery('/people', query)
export const person = (userId: string) => `/people/${userId}`
export const invitePerson = () => '/people/invite'
export const tokens = () => '/people/tokens'
export const audit = (query?: Query<'about' | 'after'>) => withQuery('/people/audit', query)
export const account = () => '/account'

/** The order form. `again` is the status token of an order to repeat. */
export const order = (query?: Query<'again'>) => withQuery('/order', query)
export const myOrders = (query?: Query<'after'>) => withQuery('/my-orders', query)
/** Status page of an order. */
export const track = (token: string) => `/track/${token}`
export const trackEvents = (token: string) => `/track/${token}/events`
export const trackVersion = (token: string) => `/track/${token}/version`

export const apiReference = () => '/docs/api'
export const openApi = () => '/api/v1/openapi.json'
