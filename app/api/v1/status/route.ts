import { orderCalls } from '@/app/_server/api/order-calls'
import { apiRoute } from '@/app/_server/api/route'
import { readStatus } from '@/app/_server/verbs/read-status'

export const GET = apiRoute(orderCalls.status, readStatus)
