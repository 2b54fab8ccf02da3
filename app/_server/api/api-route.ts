/** Routes of the public API, built from their endpoints: an endpoint that is not described has no route. */

import 'server-only'
import type { z } from 'zod'
import type { Endpoint } from '@/temporal/contract/schemas/endpoints/endpoint'
import type { Context, Verb } from '../auth/context'
import { defineHandler, defineRoute, type RawInput } from './define-route'
import { pendingStatus, replayHeaders, toMutationInput, toStartInput } from './route-input'

const INPUT = { start: toStartInput, mutation: toMutationInput } as const

const getInputReader = ({ key }: Endpoint): ((parts: RawInput) => unknown) | undefined => key && INPUT[key]

type Handler = ReturnType<typeof defineHandler>

/** A route handler with the endpoint that describes it. */
export type ApiRoute = Handler & { endpoint: Endpoint }

const attachEndpoint = (handler: Handler, endpoint: Endpoint): ApiRoute =>
  Object.assign(handler, { endpoint: endpoint })

const getSuccessStatus = <O>({ success, mayPend }: Endpoint) =>
  mayPend ? (output: O) => pendingStatus(output as { status: string }) : success

/** A route that responds with the verb's output, which has the type of the endpoint's response. */
export const apiRoute = <S extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<S, R>,
  verb: Verb<z.output<S>, z.output<R>>,
  { headers }: { headers?: HeadersInit } = {},
): ApiRoute =>
  attachEndpoint(
    defineRoute({
      schema: endpoint.input,
      auth: endpoint.auth,
      action: endpoint.action,
      verb,
      input: getInputReader(endpoint),
      status: getSuccessStatus(endpoint),
      ...(headers && { headers }),
    }),
    endpoint,
  )

/** A route that starts something once for each key. @param answer picks the response from the verb's output */
export const apiStartRoute = <S extends z.ZodType, R extends z.ZodType, O extends { replayed: boolean }>(
  endpoint: Endpoint<S, R>,
  verb: Verb<z.output<S>, O>,
  answer: (output: O) => z.output<R>,
): ApiRoute =>
  attachEndpoint(
    defineRoute({
      schema: endpoint.input,
      auth: endpoint.auth,
      action: endpoint.action,
      verb,
      answer,
      input: getInputReader(endpoint),
      status: endpoint.success,
      headers: replayHeaders,
    }),
    endpoint,
  )

/** A route with its own response, such as a stream or a file. */
export const apiHandler = <S extends z.ZodType>(
  endpoint: Endpoint<S>,
  handle: (ctx: Context, input: z.output<S>, request: Request) => Promise<Response>,
): ApiRoute =>
  attachEndpoint(
    defineHandler({ schema: endpoint.input, auth: endpoint.auth, action: endpoint.action, handle }),
    endpoint,
  )
