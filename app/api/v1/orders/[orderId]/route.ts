import { orderCalls } from '@/app/_server/api/order-calls'
import { apiRoute } from '@/app/_server/api/route'
import { readOrder } from '@/app/_server/verbs/read-order'

export const GET = apiRoute(orderCalls.read, readOrder)
