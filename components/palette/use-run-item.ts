'use client'

import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import type { PaletteItem } from './palette-items'

/** Runs an item, or opens its URL here or in a new tab. */
export const useRunItem = () => {
  const { push } = useRouter()
  return useCallback(
    ({ href, run }: PaletteItem, isNewTab: boolean) => {
      if (isNewTab && href) window.open(href, '_blank', 'noopener')
      else if (run) run()
      else if (href) push(href)
    },
    [push],
  )
}
