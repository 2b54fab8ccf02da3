/** What every request passes before its verb: draining, origin, identity, limits. */

import { SEEN_KEPT_MS, sweepSeen } from '@/db/queries/case-seen'
import { addHits, clearHits, sweepHits } from '@/db/queries/limits'
import { Refusal } from '@/temporal/contract/errors'
import { isGuest } from '@/temporal/contract/people'
import { identify } from '../identity/identity'
import { causeOf } from '../log'
import { databaseRest } from '../resting'
import type { Runtime } from '../runtime'
import { clientAddress } from './address'
import type { Context } from './context'
import { createLimiter, type HitStore, LIMITS, type Limiter } from './limits'
import { hasAuthorization, isMutation, judgeOrigin } from './origin'

const SWEEP_MS = 3_600_000
/** Where a limit asks Postgres first, it waits as long for it. */
const COUNT_MS = 1_500

/** Deletes what is over, behind the request that came when it was due; a failure waits for the next time. */
const sweep = ({ db, log }: Runtime): void => {
  const now = Date.now()
  Promise.all([sweepHits(db, new Date(now)), sweepSeen(db, new Date(now - SEEN_KEPT_MS))]).catch(
    (error: unknown) => log.warn({ cause: causeOf(error) }, 'what is over was not deleted'),
  )
}

/** Counts in Postgres, and now and then deletes what is over: a guest's counter is used for a minute only. */
const hitStore = (runtime: Runtime): HitStore => {
  let sweepAtMs = Date.now() + SWEEP_MS
  return {
    async add(key, hits, resetAt) {
      if (Date.now() > sweepAtMs) {
        sweepAtMs = Date.now() + SWEEP_MS
        sweep(runtime)
      }
      return databaseRest(runtime).ask(() => addHits(runtime.db, key, hits, resetAt), COUNT_MS)
    },
    clear: (key) => databaseRest(runtime).ask(() => clearHits(runtime.db, key), COUNT_MS),
  }
}

/** The process's limiter. */
export const limiterOf = (runtime: Runtime): Limiter =>
  runtime.shared('limiter', () =>
    createLimiter(hitStore(runtime), (error) =>
      runtime.log.warn({ cause: causeOf(error) }, 'rate limits are counted in memory only'),
    ),
  )

/**
 * @throws Refusal FOREIGN_ORIGIN for a change that another site asked for, or that names no site but brings cookies
 */
const checkOrigin = (runtime: Runtime, method: string, headers: Headers): void => {
  if (!isMutation(method) || hasAuthorization(headers)) return
  const verdict = judgeOrigin(headers, runtime.env.appUrl)
  if (verdict === 'foreign' || (verdict === 'missing' && headers.has('cookie')))
    throw new Refusal('FOREIGN_ORIGIN')
}

/** Counts a change by its principal; a guest's also by address, where addresses are believed. Machines that import are not limited. */
const checkLimits = async (runtime: Runtime, method: string, headers: Headers, actor: Context['actor']) => {
  if (!isMutation(method) || !actor || actor.role === 'import') return
  await limiterOf(runtime).hit(`change:${actor.principal}`, LIMITS.mutation)
  const address = isGuest(actor) ? clientAddress(headers, runtime.env.trustedProxies) : null
  if (address !== null) await limiterOf(runtime).hit(`guest:${address}`, LIMITS.guestAddress)
}

/**
 * The context of a verb, once the request may reach it.
 * @throws Refusal DRAINING, FOREIGN_ORIGIN, UNAUTHENTICATED or RATE_LIMITED
 */
export const admit = async (
  runtime: Runtime,
  request: { method: string; headers: Headers; requestId: string },
  auth: 'required' | 'optional',
): Promise<Context> => {
  const { method, headers, requestId } = request
  if (runtime.drain.isDraining) throw new Refusal('DRAINING')
  checkOrigin(runtime, method, headers)
  const { actor, cookies } = await identify(runtime, headers, true)
  if (auth === 'required' && !actor) throw new Refusal('UNAUTHENTICATED')
  await checkLimits(runtime, method, headers, actor)
  const reply = new Headers()
  for (const cookie of cookies) reply.append('Set-Cookie', cookie)
  return { actor, requestId, runtime, now: new Date(), http: { request: headers, reply } }
}
