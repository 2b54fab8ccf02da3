/** Every endpoint of the public API, and the types of their inputs and responses by id. */

import type { z } from 'zod'
import type { EndpointId } from '../../api-routes'
import { caseEndpoints } from './case-endpoints'
import type { Endpoint } from './endpoint'
import { orderEndpoints } from './order-endpoints'
import { taskEndpoints } from './task-endpoints'

export const ENDPOINTS: readonly Endpoint[] = [orderEndpoints, caseEndpoints, taskEndpoints].flatMap(
  (endpoints) => Object.values<Endpoint>(endpoints as never),
)

type ValueOf<T> = T[keyof T]
type AnyEndpoint =
  | ValueOf<typeof orderEndpoints>
  | ValueOf<typeof caseEndpoints>
  | ValueOf<typeof taskEndpoints>
type EndpointWith<I extends EndpointId> = Extract<AnyEndpoint, { id: I }>

/** Path, query and body of a request; its idempotency key is a header. */
export type EndpointInput<I extends EndpointId> = Omit<
  z.input<EndpointWith<I>['input']>,
  'idempotencyKey' | 'requestKey'
>
export type EndpointResponse<I extends EndpointId> = z.output<EndpointWith<I>['response']>
