import { apiRoute } from '@/app/_server/api/api-route'
import { listPlacements } from '@/app/_server/orders/list-placements'
import { orderEndpoints } from '@/temporal/contract/schemas/endpoints/order-endpoints'

export const GET = apiRoute(orderEndpoints.placements, listPlacements)
