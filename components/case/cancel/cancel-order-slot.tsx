'use client'

import { type ComponentType, createContext, lazy, Suspense, useContext } from 'react'
import type { CancelOrderProps } from './cancel-order'

const LazyCancelOrder = lazy(() =>
  import('./cancel-order').then((module) => ({ default: module.CancelOrder })),
)

/** The component where a page has loaded it, see `WithCancelOrder`. */
export const CancelOrderContext = createContext<ComponentType<CancelOrderProps> | null>(null)

/** Where an order can be cancelled. The inbox lists approvals, so it loads the form with the first order. */
export const CancelOrderSlot = (props: CancelOrderProps) => {
  const CancelOrder = useContext(CancelOrderContext)
  if (CancelOrder) return <CancelOrder {...props} />
  return (
    <Suspense>
      <LazyCancelOrder {...props} />
    </Suspense>
  )
}
