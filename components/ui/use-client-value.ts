'use client'

import { useSyncExternalStore } from 'react'

const neverChanges = () => () => {}

/** A value that only the browser knows: `serverValue` while hydrating, then the result of `getValue`. */
export const useClientValue = <T>(getValue: () => T, serverValue: T): T =>
  useSyncExternalStore(neverChanges, getValue, () => serverValue)

/** False on the server and while hydrating, then true. */
export const useIsClient = (): boolean => useClientValue(() => true, false)
