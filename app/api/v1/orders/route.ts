import { defineRoute } from '@/app/_server/http/define'
import { replayHeaders, startOf } from '@/app/_server/http/route-input'
import { orderStates } from '@/app/_server/verbs/order-states'
import { placeOrder } from '@/app/_server/verbs/place-order'
import { OrderStatesQuery, PlacementBody } from '@/temporal/contract/schemas/order'

export const GET = defineRoute({ schema: OrderStatesQuery, verb: orderStates, auth: 'required' })

export const POST = defineRoute({
  schema: PlacementBody,
  verb: placeOrder,
  auth: 'required',
  input: startOf,
  status: 201,
  headers: replayHeaders,
  answer: ({ order }) => order,
})
