'use client'

import { useSyncExternalStore } from 'react'
import { type BulkRun, currentRun, onRun } from './bulk-store'

/** The bulk run of this console, at every step of it; null while there is none. */
export const useRun = (): BulkRun | null => useSyncExternalStore(onRun, currentRun, () => null)
