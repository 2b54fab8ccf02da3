import { orderCalls } from '@/app/_server/api/order-calls'
import { apiRoute } from '@/app/_server/api/route'
import { cancelOrder } from '@/app/_server/verbs/cancel-order'

export const POST = apiRoute(orderCalls.cancel, cancelOrder)
