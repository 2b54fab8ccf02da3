/** How the shop's pages read: as anybody, for the link or the catalogue is all it takes. */

import { headers } from 'next/headers'
import type { Context } from '@/app/_server/http/context'
import { requestIdOf } from '@/app/_server/http/request-id'
import { runtime } from '@/app/_server/runtime'

/** The context of a verb that only reads what everybody may see; who is signed in does not matter. */
export const publicContext = async (): Promise<Context> => ({
  actor: null,
  requestId: requestIdOf(await headers()),
  runtime: runtime(),
  now: new Date(),
})
