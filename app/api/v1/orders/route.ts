import { apiRoute, apiStartRoute } from '@/app/_server/api/api-route'
import { listOrderStates } from '@/app/_server/orders/list-order-states'
import { placeOrder } from '@/app/_server/orders/place-order'
import { orderEndpoints } from '@/temporal/contract/schemas/endpoints/order-endpoints'

export const GET = apiRoute(orderEndpoints.states, listOrderStates)

export const POST = apiStartRoute(orderEndpoints.place, placeOrder, ({ order }) => order)
