import { apiRoute } from '@/app/_server/api/api-route'
import { readOrder } from '@/app/_server/orders/read-order'
import { orderEndpoints } from '@/temporal/contract/schemas/endpoints/order-endpoints'

export const GET = apiRoute(orderEndpoints.read, readOrder)
