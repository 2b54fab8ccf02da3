/** Routes of the public API, from their descriptions: what is not described has no route. */

import 'server-only'
import type { z } from 'zod'
import { type Context, defineHandler, defineRoute, type RouteParts, type Verb } from '../http/define'
import { pendingStatus, pressOf, replayHeaders, startOf } from '../http/route-input'
import type { Call } from './call'

const INPUT = { start: startOf, press: pressOf } as const

const inputOf = ({ key }: Call): ((parts: RouteParts) => unknown) | undefined => key && INPUT[key]

type Handler = ReturnType<typeof defineHandler>

/** A handler that knows what describes it. */
export type ApiRoute = Handler & { describedBy: Call }

const described = (handler: Handler, call: Call): ApiRoute => Object.assign(handler, { describedBy: call })

const statusOf = <O>({ success, mayPend }: Call) =>
  mayPend ? (output: O) => pendingStatus(output as { status: string }) : success

/** A call that answers what its verb gives, which is of the type that its description promises. */
export const apiRoute = <S extends z.ZodType, R extends z.ZodType>(
  call: Call<S, R>,
  verb: Verb<z.output<S>, z.output<R>>,
): ApiRoute =>
  described(
    defineRoute({ schema: call.input, auth: call.auth, verb, input: inputOf(call), status: statusOf(call) }),
    call,
  )

/** A call that starts something once for each key; the part of the verb's output that is answered is named. */
export const apiStartRoute = <S extends z.ZodType, R extends z.ZodType, O extends { replayed: boolean }>(
  call: Call<S, R>,
  verb: Verb<z.output<S>, O>,
  answer: (output: O) => z.output<R>,
): ApiRoute =>
  described(
    defineRoute({
      schema: call.input,
      auth: call.auth,
      verb,
      answer,
      input: inputOf(call),
      status: call.success,
      headers: replayHeaders,
    }),
    call,
  )

/** A call that answers by itself: a stream, a file. */
export const apiHandler = <S extends z.ZodType>(
  call: Call<S>,
  handle: (ctx: Context, input: z.output<S>, request: Request) => Promise<Response>,
): ApiRoute => described(defineHandler({ schema: call.input, auth: call.auth, handle }), call)
