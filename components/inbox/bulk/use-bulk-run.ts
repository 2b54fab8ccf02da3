'use client'

import { useSyncExternalStore } from 'react'
import { type BulkRun, currentRun, subscribeToRun } from './bulk-store'

/** The bulk run, at each of its steps; null if there is none. */
export const useBulkRun = (): BulkRun | null => useSyncExternalStore(subscribeToRun, currentRun, () => null)
