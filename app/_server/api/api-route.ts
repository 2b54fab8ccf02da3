/** Routes of the public API, from their descriptions: what is not described has no route. */

import 'server-only'
import type { z } from 'zod'
import type { Endpoint } from '@/temporal/contract/schemas/endpoints/endpoint'
import type { Context, Verb } from '../auth/context'
import { defineHandler, defineRoute, type RawInput } from './define'
import { pendingStatus, replayHeaders, toMutationInput, toStartInput } from './route-input'

const INPUT = { start: toStartInput, mutation: toMutationInput } as const

const getInputReader = ({ key }: Endpoint): ((parts: RawInput) => unknown) | undefined => key && INPUT[key]

type Handler = ReturnType<typeof defineHandler>

/** A handler that knows what describes it. */
export type ApiRoute = Handler & { describedBy: Endpoint }

const attachEndpoint = (handler: Handler, call: Endpoint): ApiRoute =>
  Object.assign(handler, { describedBy: call })

const getSuccessStatus = <O>({ success, mayPend }: Endpoint) =>
  mayPend ? (output: O) => pendingStatus(output as { status: string }) : success

/** A call that answers what its verb gives, which is of the type that its description promises. */
export const apiRoute = <S extends z.ZodType, R extends z.ZodType>(
  call: Endpoint<S, R>,
  verb: Verb<z.output<S>, z.output<R>>,
): ApiRoute =>
  attachEndpoint(
    defineRoute({
      schema: call.input,
      auth: call.auth,
      verb,
      input: getInputReader(call),
      status: getSuccessStatus(call),
    }),
    call,
  )

/** A call that starts something once for each key; the part of the verb's output that is answered is named. */
export const apiStartRoute = <S extends z.ZodType, R extends z.ZodType, O extends { replayed: boolean }>(
  call: Endpoint<S, R>,
  verb: Verb<z.output<S>, O>,
  answer: (output: O) => z.output<R>,
): ApiRoute =>
  attachEndpoint(
    defineRoute({
      schema: call.input,
      auth: call.auth,
      verb,
      answer,
      input: getInputReader(call),
      status: call.success,
      headers: replayHeaders,
    }),
    call,
  )

/** A call that answers by itself: a stream, a file. */
export const apiHandler = <S extends z.ZodType>(
  call: Endpoint<S>,
  handle: (ctx: Context, input: z.output<S>, request: Request) => Promise<Response>,
): ApiRoute => attachEndpoint(defineHandler({ schema: call.input, auth: call.auth, handle }), call)
