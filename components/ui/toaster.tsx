'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import { onFirstToast } from './toast-queue'

const ToasterView = lazy(() => import('./toaster-view'))

/** Shows toasts. Mounted once in a layout; its code is loaded with the first toast. */
export const Toaster = () => {
  const [isNeeded, setNeeded] = useState(false)
  useEffect(() => onFirstToast(() => setNeeded(true)), [])
  return isNeeded ? (
    <Suspense>
      <ToasterView />
    </Suspense>
  ) : null
}
