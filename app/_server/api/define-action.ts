/** Builds server actions from verbs: context, parsing, logging and error mapping are here once. */

import 'server-only'
import { cookies, headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import { inSpan } from '@/temporal/client/in-span'
import type { Action } from '@/temporal/contract/auth/permissions'
import type { ActionResult } from '@/temporal/contract/problem'
import { requirePermission, type Verb } from '../auth/context'
import { applySetCookies } from '../platform/http/cookies'
import { formToObject } from '../platform/http/form'
import { parseInput } from '../platform/http/input'
import { toProblem } from '../platform/http/problem'
import { getRequestId } from '../platform/http/request-id'
import {
  addActorLogFields,
  addCaseLogFields,
  addLogFields,
  addTraceLogFields,
} from '../platform/http/request-log-context'
import { runtime } from '../platform/runtime'
import { createRequestContext } from './create-request-context'
import type { Auth } from './define-route'

/**
 * A server action that runs one verb. It takes a form's fields or, called from code, a plain object; and for whom the
 * page was drawn, see `requireActingAs`.
 * @param options `auth` is `required` unless said otherwise; `action` is refused, before the form is read, to a role
 *   that may never do it
 */
export const defineAction =
  <S extends z.ZodType, O>(
    schema: S,
    verb: Verb<z.output<S>, O>,
    options: { auth?: Auth; action?: Action } = {},
  ) =>
  async (
    _previous: unknown,
    form: FormData | z.input<S>,
    actingAs: string | null = null,
  ): Promise<ActionResult<O>> => {
    const app = runtime()
    const sent = await headers()
    const requestId = getRequestId(sent)
    try {
      addTraceLogFields()
      const ctx = await createRequestContext(
        app,
        { method: 'POST', headers: sent, requestId, actingAs },
        options.auth ?? 'required',
      )
      addActorLogFields(ctx)
      if (options.action) requirePermission(ctx, options.action)
      const input = parseInput(schema, form instanceof FormData ? formToObject(form) : form)
      addCaseLogFields(input)
      const value = await inSpan({ name: 'verb' }, () => verb(ctx, input))
      addCaseLogFields(value)
      applySetCookies(await cookies(), ctx.http?.reply.getSetCookie() ?? [])
      return { ok: true, value }
    } catch (error) {
      unstable_rethrow(error)
      const problem = toProblem(error, requestId)
      addLogFields({ code: problem.code, error })
      return { ok: false, problem }
    }
  }
