'use client'

import { type ComponentType, createContext, lazy, Suspense, useContext } from 'react'
import type { OrderActionsProps } from './order-actions'

const LazyOrderActions = lazy(() =>
  import('./order-actions').then((module) => ({ default: module.OrderActions })),
)

/** The component where a page has loaded it, see `WithOrderActions`. */
export const OrderActionsContext = createContext<ComponentType<OrderActionsProps> | null>(null)

/** What can be done with an order. The inbox lists approvals, so it loads these forms with the first order. */
export const OrderActionsSlot = (props: OrderActionsProps) => {
  const OrderActions = useContext(OrderActionsContext)
  if (OrderActions) return <OrderActions {...props} />
  return (
    <Suspense>
      <LazyOrderActions {...props} />
    </Suspense>
  )
}
