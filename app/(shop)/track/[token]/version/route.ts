import { defineHandler } from '@/app/_server/api/define-route'
import { readTrackedVersion } from '@/app/_server/orders/track-order'
import { TrackToken } from '@/temporal/contract/schemas/order-request'

export const GET = defineHandler({
  schema: TrackToken,
  auth: 'optional',
  handle: async (ctx, input, { headers }) => Response.json(await readTrackedVersion(ctx, input, headers)),
})
