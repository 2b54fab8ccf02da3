/** Method and path of every endpoint of the public API. Pages load this table, so it holds plain data. */

/** By the id of the operation in the OpenAPI document; members in braces are filled from the input. */
const API_ROUTES = {
  listProducts: 'get /api/v1/products',
  addressFormat: 'get /api/v1/address-formats/{country}',
  placeOrder: 'post /api/v1/orders',
  orderStates: 'get /api/v1/orders',
  listPlacements: 'get /api/v1/orders/placements',
  readOrder: 'get /api/v1/orders/{orderId}',
  cancelOrder: 'post /api/v1/orders/{orderId}/cancel',
  listPeople: 'get /api/v1/people',
  readStatus: 'get /api/v1/status',
  events: 'get /api/v1/events',
  listCases: 'get /api/v1/cases',
  countCases: 'get /api/v1/cases/counts',
  readCase: 'get /api/v1/cases/{caseId}',
  startApproval: 'post /api/v1/approvals',
  readReport: 'get /api/v1/reports/decisions',
  exportReport: 'get /api/v1/reports/decisions.csv',
  decideCase: 'post /api/v1/cases/{caseId}/decision',
  answerInteraction: 'post /api/v1/responses/{caseId}',
  claimCase: 'post /api/v1/cases/{caseId}/claim',
  releaseCase: 'post /api/v1/cases/{caseId}/release',
  takeOverCase: 'post /api/v1/cases/{caseId}/take-over',
  assignCase: 'post /api/v1/cases/{caseId}/assign',
  commentCase: 'post /api/v1/cases/{caseId}/comment',
  retryCase: 'post /api/v1/cases/{caseId}/retry',
  retryParked: 'post /api/v1/cases/retry',
  seeCases: 'post /api/v1/cases/seen',
} as const satisfies Record<string, `${'get' | 'post'} /${string}`>
export type EndpointId = keyof typeof API_ROUTES
/** The endpoints that a link can open. */
export type GetEndpointId = {
  [I in EndpointId]: (typeof API_ROUTES)[I] extends `get ${string}` ? I : never
}[EndpointId]

export const ENDPOINT_IDS = /* @__PURE__ */ Object.keys(API_ROUTES) as EndpointId[]

interface Route {
  method: 'get' | 'post'
  path: `/${string}`
}

/** Method and path template of an endpoint. */
export const getRoute = (id: EndpointId): Route => {
  const [method, path] = API_ROUTES[id].split(' ') as [Route['method'], Route['path']]
  return { method, path }
}

/** Fills the members of a path template. Returns the path, and the input that is left for query or body. */
export const fillPath = (
  template: string,
  input: Readonly<Record<string, unknown>>,
): { path: string; rest: Record<string, unknown> } => {
  const rest = { ...input }
  const path = template.replace(/\{(\w+)\}/g, (_, member: string) => {
    delete rest[member]
    return encodeURIComponent(String(input[member]))
  })
  return { path, rest }
}
