import { defineRoute } from '@/app/_server/define'
import { pendingStatus } from '@/app/_server/route-input'
import { cancelOrder } from '@/app/_server/verbs/cancel-order'
import { CancelOrder } from '@/temporal/contract/schemas/order'

export const POST = defineRoute({
  schema: CancelOrder,
  verb: cancelOrder,
  auth: 'required',
  status: pendingStatus,
})
