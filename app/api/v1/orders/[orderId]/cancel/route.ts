import { apiRoute } from '@/app/_server/api/api-route'
import { cancelOrder } from '@/app/_server/orders/cancel-order'
import { orderEndpoints } from '@/temporal/contract/schemas/endpoints/order-endpoints'

export const POST = apiRoute(orderEndpoints.cancel, cancelOrder)
