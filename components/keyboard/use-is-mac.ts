'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** True on machines whose keyboards have ⌘; false on the server, whose drawing is corrected at once. */
export const useIsMac = (): boolean =>
  useSyncExternalStore(
    never,
    () => /mac|iphone|ipad/i.test(navigator.platform),
    () => false,
  )
