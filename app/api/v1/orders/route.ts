import { orderCalls } from '@/app/_server/api/order-calls'
import { apiRoute, apiStartRoute } from '@/app/_server/api/route'
import { orderStates } from '@/app/_server/verbs/order-states'
import { placeOrder } from '@/app/_server/verbs/place-order'

export const GET = apiRoute(orderCalls.states, orderStates)

export const POST = apiStartRoute(orderCalls.place, placeOrder, ({ order }) => order)
