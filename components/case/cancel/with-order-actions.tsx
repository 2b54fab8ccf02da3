'use client'

import type { ReactNode } from 'react'
import { OrderActions } from './order-actions'
import { OrderActionsContext } from './order-actions-slot'

/** For pages that show orders: the forms are part of the page, and so work without JavaScript. */
export const WithOrderActions = ({ children }: { children: ReactNode }) => (
  <OrderActionsContext value={OrderActions}>{children}</OrderActionsContext>
)
