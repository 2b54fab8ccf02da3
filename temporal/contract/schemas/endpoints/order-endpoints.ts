/** Endpoints of orders, products, people and live events. */

import { z } from 'zod'
import { CancelOrderResponseSchema, PlaceOrderResponseSchema } from '../action-response'
import { ReadAddressFormat } from '../address-request'
import { AddressFormatSchema } from '../address-response'
import { CancelOrder, OrderStatesQuery, PlacementBody, PlacementsQuery, ReadOrder } from '../order-request'
import { OrderResponseSchema, OrderStatesSchema, PlacementsSchema } from '../order-response'
import { SearchColleagues } from '../people-request'
import { ColleaguesSchema } from '../people-response'
import { ProductsSchema } from '../product-response'
import { EmptyQuery, EventsQuery } from '../query-request'
import { SystemStatusSchema } from '../system-status-response'
import { defineEndpoint, EXAMPLE_IDS } from './endpoint'

const { orderId } = EXAMPLE_IDS

export const orderEndpoints = {
  products: defineEndpoint({
    auth: 'optional',
    id: 'listProducts',
    tag: 'Orders',
    summary: 'The catalogue',
    who: 'Anybody',
    input: EmptyQuery,
    response: ProductsSchema,
    errors: ['DATABASE_UNAVAILABLE'],
    example: {},
  }),
  addressFormat: defineEndpoint({
    auth: 'optional',
    id: 'addressFormat',
    tag: 'Orders',
    summary: 'What an address needs in a country',
    details: 'From Google’s address metadata. The country is a code, or a name such as Germany.',
    who: 'Anybody',
    input: ReadAddressFormat,
    response: AddressFormatSchema,
    example: { country: 'IE' },
  }),
  place: defineEndpoint({
    auth: 'required',
    id: 'placeOrder',
    action: 'order.place',
    tag: 'Orders',
    summary: 'Place an order',
    details:
      'The same key with the same body is the same order, also after a 503 or a lost answer. Which parts an address needs follows its country (`addressFormat`); a part that looks wrong is accepted and named in `warnings`. The simulated payment provider knows the tokens listed here. Only tokens of the role `import` may send `lineTotalCents` and `purchasedAt`.',
    who: 'Anybody with an account, a token or the shop’s cookie',
    key: 'start',
    input: PlacementBody,
    response: PlaceOrderResponseSchema,
    success: 201,
    errors: ['TEMPORAL_UNAVAILABLE', 'DATABASE_UNAVAILABLE'],
    example: {
      idempotencyKey: 'order-4711',
      email: 'ada@example.com',
      items: [{ sku: 'MUG-BLUE', quantity: 2 }],
      shippingAddress: {
        name: 'Ada Byron',
        line1: '12 St James Square',
        city: 'London',
        postalCode: 'SW1Y 4JH',
        country: 'GB',
      },
      paymentToken: 'tok_approved',
    },
  }),
  states: defineEndpoint({
    auth: 'required',
    id: 'orderStates',
    tag: 'Orders',
    summary: 'States of many of one’s own orders',
    details: '`ids` is a comma list. Orders of others are left out.',
    who: 'Whoever placed them',
    input: OrderStatesQuery,
    response: OrderStatesSchema,
    errors: ['DATABASE_UNAVAILABLE'],
    example: { ids: orderId },
  }),
  placements: defineEndpoint({
    auth: 'required',
    id: 'listPlacements',
    tag: 'Orders',
    summary: 'What was placed under given idempotency keys',
    details:
      '`keys` is a comma list. Keys under which the account placed nothing are left out; with a key come those that add `-` and the hash of their file to it. An import asks it which rows were placed before, from which file, and what they said.',
    who: 'The account that placed them, with any of its tokens',
    input: PlacementsQuery,
    response: PlacementsSchema,
    errors: ['DATABASE_UNAVAILABLE'],
    example: { keys: 'order-4711' },
  }),
  read: defineEndpoint({
    auth: 'required',
    id: 'readOrder',
    tag: 'Orders',
    summary: 'Read one order',
    details:
      'One address for good: from the workflow while it is open, from the stored copy once it is closed.',
    who: 'Whoever placed it, without what is meant for staff; staff',
    input: ReadOrder,
    response: OrderResponseSchema,
    errors: ['NOT_FOUND', 'TEMPORAL_UNAVAILABLE', 'DATABASE_UNAVAILABLE'],
    example: { orderId },
  }),
  cancel: defineEndpoint({
    auth: 'required',
    id: 'cancelOrder',
    tag: 'Orders',
    summary: 'Cancel an order',
    details: 'Until its shipment is under way. Stock and money are given back afterwards.',
    who: 'Whoever placed it; staff',
    input: CancelOrder,
    response: CancelOrderResponseSchema,
    mayPend: true,
    errors: ['NOT_FOUND', 'TOO_LATE_TO_CANCEL', 'STREAM_FULL', 'TEMPORAL_UNAVAILABLE'],
    example: { orderId, reason: 'Ordered twice' },
  }),
  people: defineEndpoint({
    auth: 'required',
    id: 'listPeople',
    action: 'people.list',
    tag: 'People',
    summary: 'Find colleagues',
    details: 'At most 20, those whose name or e-mail begins with `q` first.',
    who: 'Staff',
    input: SearchColleagues,
    response: ColleaguesSchema,
    errors: ['DATABASE_UNAVAILABLE'],
    example: { q: 'ana' },
  }),
  status: defineEndpoint({
    auth: 'required',
    id: 'readStatus',
    action: 'case.list',
    tag: 'Live',
    summary: 'Which parts are down',
    details: 'At most 3 s old, and answered within 3 s whatever is down.',
    who: 'Staff',
    input: EmptyQuery,
    response: SystemStatusSchema,
    example: {},
  }),
  events: defineEndpoint({
    auth: 'required',
    id: 'events',
    tag: 'Live',
    summary: 'Follow what changes',
    details:
      'Events: `ready` once the stream is open, `case` with `{"caseId", "version"}`, `ping` every 15 s, `ended` once the session or token that opened it is over. Without `case` everything the caller may see. Send `Last-Event-ID` to hear what was missed.',
    who: 'Staff: all cases; customers: their own orders',
    input: EventsQuery,
    response: z.string(),
    media: 'text/event-stream',
    errors: ['NOT_FOUND', 'TOO_MANY_STREAMS'],
    example: {},
  }),
}
