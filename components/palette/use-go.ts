'use client'

import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import type { Entry } from './entries'

/** Does what an entry stands for: runs it, or goes to its address, here or in a new tab. */
export const useGo = () => {
  const { push } = useRouter()
  return useCallback(
    ({ href, run }: Entry, isNewTab: boolean) => {
      if (isNewTab && href) window.open(href, '_blank', 'noopener')
      else if (run) run()
      else if (href) push(href)
    },
    [push],
  )
}
