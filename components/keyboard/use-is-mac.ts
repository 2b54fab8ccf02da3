'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** True on Apple devices. False on the server; corrected on hydration. */
export const useIsMac = (): boolean =>
  useSyncExternalStore(
    never,
    () => /mac|iphone|ipad/i.test(navigator.platform),
    () => false,
  )
