import { apiRoute } from '@/app/_server/api/api-route'
import { orderEndpoints } from '@/app/_server/api/order-endpoints'
import { readOrder } from '@/app/_server/orders/read-order'

export const GET = apiRoute(orderEndpoints.read, readOrder)
