import { defineRoute } from '@/app/_server/http/define'
import { pendingStatus } from '@/app/_server/http/route-input'
import { cancelOrder } from '@/app/_server/verbs/cancel-order'
import { CancelOrder } from '@/temporal/contract/schemas/order'

export const POST = defineRoute({
  schema: CancelOrder,
  verb: cancelOrder,
  auth: 'required',
  status: pendingStatus,
})
