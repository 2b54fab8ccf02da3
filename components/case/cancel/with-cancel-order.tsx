'use client'

import type { ReactNode } from 'react'
import { CancelOrder } from './cancel-order'
import { CancelOrderContext } from './cancel-order-slot'

/** For pages that show orders: the form is part of the page, and so works without JavaScript. */
export const WithCancelOrder = ({ children }: { children: ReactNode }) => (
  <CancelOrderContext value={CancelOrder}>{children}</CancelOrderContext>
)
