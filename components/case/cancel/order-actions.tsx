'use client'

import { CancelOrder, type CancelOrderProps } from './cancel-order'
import { RetryParked } from './retry-parked'

export type OrderActionsProps = CancelOrderProps

/** What can be done with an order: try a parked step again, cancel. */
export const OrderActions = (props: OrderActionsProps) => (
  <>
    <RetryParked order={props.order} />
    <CancelOrder {...props} />
  </>
)
