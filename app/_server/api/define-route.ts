/** Builds route handlers from verbs: context, parsing, logging and error mapping are here once. */

import 'server-only'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { inSpan } from '@/temporal/client/in-span'
import type { Action } from '@/temporal/contract/auth/permissions'
import { type Context, requirePermission, type Verb } from '../auth/context'
import { parseInput, readJson } from '../platform/http/input'
import { problemResponse, toProblem } from '../platform/http/problem'
import { getRequestId } from '../platform/http/request-id'
import {
  addActorLogFields,
  addCaseLogFields,
  addLogFields,
  addTraceLogFields,
} from '../platform/http/request-log-context'
import { type Runtime, runtime } from '../platform/runtime'
import { createRequestContext } from './create-request-context'

/** The parts of a request that make up a route's input. */
export interface RawInput {
  params: Record<string, string>
  query: Record<string, string>
  /** Parsed JSON; undefined where there was no body. */
  body: unknown
  headers: Headers
}

/** `required` answers 401 without a caller; `optional` still refuses a wrong token. */
export type Auth = 'required' | 'optional'
type RouteHandler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>

interface HandlerOptions<S extends z.ZodType> {
  schema: S
  auth: Auth
  /** Refused to a role that may never do it, before the body is read; absent where every caller may call. */
  action?: Action | undefined
  /** The schema's input; by default query, body and params in one object, the later ones winning. */
  input?: (parts: RawInput) => unknown
}

interface RouteOptions<S extends z.ZodType, O> extends HandlerOptions<S> {
  verb: Verb<z.output<S>, O>
  /** 200 by default, 204 where the verb returns nothing. */
  status?: number | ((output: O) => number)
  headers?: HeadersInit | ((output: O) => HeadersInit)
  /** The JSON of the response; by default the verb's output. */
  answer?: (output: O) => unknown
}

const mergeRawInput = ({ params, query, body }: RawInput): unknown => {
  if (body !== undefined && (typeof body !== 'object' || body === null || Array.isArray(body))) return body
  return { ...query, ...body, ...params }
}

const hasBody = (method: string): boolean => method !== 'GET' && method !== 'HEAD'

const readRawInput = async (request: Request, params: unknown): Promise<RawInput> => ({
  params: { ...(params as Record<string, string>) },
  query: Object.fromEntries(new URL(request.url).searchParams),
  body: hasBody(request.method) ? await readJson(request) : undefined,
  headers: request.headers,
})

const addCommonHeaders = (app: Runtime, response: Response, requestId: string): Response => {
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store')
  response.headers.set('X-Request-Id', requestId)
  if (app.drain.isDraining) response.headers.set('Connection', 'close')
  return response
}

/**
 * A route handler with its own response, such as an event stream. It passes the same checks as every route, and an
 * error becomes a problem document.
 */
export const defineHandler =
  <S extends z.ZodType>(
    options: HandlerOptions<S> & {
      handle: (ctx: Context, input: z.output<S>, request: Request) => Promise<Response>
    },
  ): RouteHandler =>
  async (request, { params }) => {
    const app = runtime()
    const requestId = getRequestId(request.headers)
    try {
      const found = await params
      addTraceLogFields()
      const ctx = await createRequestContext(
        app,
        { method: request.method, headers: request.headers, requestId },
        options.auth,
      )
      addActorLogFields(ctx)
      if (options.action) requirePermission(ctx, options.action)
      const parts = await readRawInput(request, found)
      const input = parseInput(options.schema, (options.input ?? mergeRawInput)(parts))
      addCaseLogFields(input)
      const response = await options.handle(ctx, input, request)
      for (const cookie of ctx.http?.reply.getSetCookie() ?? []) response.headers.append('Set-Cookie', cookie)
      return addCommonHeaders(app, response, requestId)
    } catch (error) {
      unstable_rethrow(error)
      const problem = toProblem(error, requestId)
      addLogFields({ code: problem.code, error })
      return addCommonHeaders(app, problemResponse(problem), requestId)
    }
  }

const toStatus = <O>(output: O, status: RouteOptions<z.ZodType, O>['status']): number => {
  if (typeof status === 'function') return status(output)
  return status ?? (output === undefined ? 204 : 200)
}

/** A route handler that runs one verb and responds with JSON. */
export const defineRoute = <S extends z.ZodType, O>(options: RouteOptions<S, O>): RouteHandler =>
  defineHandler({
    ...options,
    handle: async (ctx, input) => {
      const output = await inSpan({ name: 'verb' }, () => options.verb(ctx, input))
      const body = options.answer ? options.answer(output) : output
      addCaseLogFields(body)
      const status = toStatus(output, options.status)
      const extra = typeof options.headers === 'function' ? options.headers(output) : options.headers
      return body === undefined || status === 204
        ? new Response(null, { status: 204, headers: extra })
        : Response.json(body, { status, headers: extra })
    },
  })
