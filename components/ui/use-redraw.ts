'use client'

import { useEffect, useState } from 'react'
import { isRewriteError } from '@/components/browser/text-rewrite'

const MAX_REDRAWS = 5
/** A page that has stood for so long starts to count again. */
const RESET_MS = 10_000

let redraws = 0
let lastAtMs = 0

const mayRedraw = (): boolean => {
  if (Date.now() - lastAtMs > RESET_MS) redraws = 0
  lastAtMs = Date.now()
  redraws += 1
  return redraws <= MAX_REDRAWS
}

/**
 * Draws a page again that failed because a translation had replaced its texts: the new nodes are the page's own.
 * @returns true while that is tried, so that no error is shown
 */
export const useRedraw = (error: unknown, retry: () => void): boolean => {
  const [isRedrawing] = useState(() => isRewriteError(error) && mayRedraw())
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each error
  useEffect(() => {
    if (isRedrawing) retry()
  }, [])
  return isRedrawing
}
