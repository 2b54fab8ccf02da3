import { apiRoute, apiStartRoute } from '@/app/_server/api/api-route'
import { orderEndpoints } from '@/app/_server/api/order-endpoints'
import { listOrderStates } from '@/app/_server/orders/list-order-states'
import { placeOrder } from '@/app/_server/orders/place-order'

export const GET = apiRoute(orderEndpoints.states, listOrderStates)

export const POST = apiStartRoute(orderEndpoints.place, placeOrder, ({ order }) => order)
