import { expect } from '@playwright/test'
import { call, placeOrder, readOrder } from './api'
import { people } from './stack'

const { ana, customer } = people

/** Places an order whose payment never answers, and waits until it waits for the next attempt. @returns its id */
export const parkOrder = async (): Promise<string> => {
  const { orderId } = await placeOrder(customer, { paymentToken: 'tok_timeout' })
  await expect
    .poll(async () => (await readOrder(ana, orderId)).attention?.retryAt, { timeout: 60_000 })
    .toEqual(expect.any(String))
  return orderId
}

/** Cancels a parked order, so that it is not tried for ever. */
export const cancelParked = (orderId: string) =>
  call(`/api/v1/orders/${orderId}/cancel`, { as: customer, method: 'POST' })
