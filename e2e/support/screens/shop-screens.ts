/** The pages of customers, and those that lead to an account. */

import { placeOrder, waitForOrderState } from '../api'
import { toStatusPath } from '../pages/shop'
import { people } from '../stack'
import { heading, type Screen, waiting } from './screen'

const { ana, customer } = people

const ended = async (paymentToken: string, state: 'COMPLETED' | 'FAILED') => {
  const order = await placeOrder(customer, { paymentToken })
  await waitForOrderState(ana, order.orderId, state)
  return toStatusPath(order)
}

const NO_INVITATION = `/invitation/inv_${'A'.repeat(43)}`
const ORDER_TAB = (headline: string) => new RegExp(`^${headline} · Order [0-9A-Z]{8}$`)

export const SHOP_SCREENS: readonly Screen[] = [
  { name: 'order form', as: null, path: () => '/order', title: /^.+ · Corner Store$/, ready: heading },
  {
    name: 'order that waits',
    as: null,
    path: async () => toStatusPath((await waiting()).order),
    title: ORDER_TAB('Being checked'),
    ready: heading,
  },
  {
    name: 'order that was delivered',
    as: null,
    path: () => ended('tok_approved', 'COMPLETED'),
    title: ORDER_TAB('Delivered'),
    ready: heading,
  },
  {
    name: 'order that failed',
    as: null,
    path: () => ended('tok_declined', 'FAILED'),
    title: ORDER_TAB('Not completed'),
    ready: heading,
  },
  {
    name: 'invalid order link',
    as: null,
    path: () => '/track/forged',
    title: 'There is nothing here · Corner Store',
    ready: heading,
    status: 404,
  },
  {
    name: 'orders of a customer',
    as: customer,
    path: async () => {
      await waiting()
      return '/my-orders'
    },
    title: 'Your orders · Corner Store',
    ready: heading,
  },
  {
    name: 'no orders yet',
    as: null,
    path: () => '/my-orders',
    title: 'Your orders · Corner Store',
    ready: heading,
  },
  {
    name: 'no such page',
    as: null,
    path: () => '/no/such/page',
    title: 'There is nothing here · Corner Store',
    ready: heading,
    status: 404,
  },
]

export const SIGN_IN_SCREENS: readonly Screen[] = [
  { name: 'sign-in', as: null, path: () => '/sign-in', title: 'Sign in · Action Center', ready: heading },
  {
    name: 'expired invitation',
    as: null,
    path: () => '/invitation?why=ended',
    title: 'This invitation has ended · Action Center',
    ready: heading,
    status: 410,
  },
  {
    name: 'unknown invitation',
    as: null,
    path: () => NO_INVITATION,
    title: 'There is nothing here · Corner Store',
    ready: heading,
    status: 404,
  },
]
