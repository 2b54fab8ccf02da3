'use client'

import { useSyncExternalStore } from 'react'
import { type BulkRun, currentRun, subscribeToRun } from './bulk-store'

/** The bulk run of this console, at every step of it; null while there is none. */
export const useBulkRun = (): BulkRun | null => useSyncExternalStore(subscribeToRun, currentRun, () => null)
