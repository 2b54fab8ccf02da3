/** Viewer and request context of the console's pages. */

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Context } from '@/app/_server/auth/context'
import { currentActor } from '@/app/_server/auth/current-actor'
import { getRequestId } from '@/app/_server/platform/http/request-id'
import { runtime } from '@/app/_server/platform/runtime'
import { type Actor, isGuest, isStaff } from '@/temporal/contract/auth/actor'
import * as paths from '@/temporal/contract/paths'

/**
 * The viewer, a member of the staff. Redirects customers who are signed in to their orders, and anybody else to
 * sign-in and back to `path` afterwards.
 */
export const requireStaff = async (path: string): Promise<Actor> => {
  const actor = await currentActor()
  if (actor && isStaff(actor)) return actor
  if (actor && !isGuest(actor)) redirect(paths.myOrders())
  redirect(paths.signIn({ next: path }))
}

/** The context of the verbs of this page, one for each request. */
export const getRequestContext = cache(async (): Promise<Context> => {
  const request = await headers()
  return {
    actor: await currentActor(),
    requestId: getRequestId(request),
    runtime: runtime(),
    now: new Date(),
    http: { request, reply: new Headers() },
  }
})
