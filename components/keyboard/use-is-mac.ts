'use client'

import { useClientValue } from '@/components/ui/use-client-value'
import { isMac } from './keys'

/** True on Apple devices. False on the server; corrected on hydration. */
export const useIsMac = (): boolean => useClientValue(isMac, false)
