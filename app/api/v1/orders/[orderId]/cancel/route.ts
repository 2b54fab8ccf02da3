import { apiRoute } from '@/app/_server/api/api-route'
import { orderEndpoints } from '@/app/_server/api/order-endpoints'
import { cancelOrder } from '@/app/_server/orders/cancel-order'

export const POST = apiRoute(orderEndpoints.cancel, cancelOrder)
