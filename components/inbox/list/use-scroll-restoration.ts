'use client'

import { type RefObject, useLayoutEffect } from 'react'
import { accountStore } from '@/components/session/account-store'

const PREFIX = 'scroll:'

/** Restores the scroll position of a URL: after a reload, after back, after a case on a phone. */
export const useScrollRestoration = (
  list: RefObject<HTMLElement | null>,
  key: string,
  isCovered: boolean,
): void => {
  // Layout effect: runs before the scroll event that a shorter list causes, whose position must not be saved.
  useLayoutEffect(() => {
    const element = list.current
    // On a phone an open case hides the list, which resets its scroll position.
    if (!element || (isCovered && element.clientHeight === 0)) return
    element.scrollTop = Number(accountStore.read(PREFIX + key, 'tab')) || 0
    const save = () => accountStore.write(PREFIX + key, Math.round(element.scrollTop), 'tab')
    element.addEventListener('scroll', save, { passive: true })
    return () => element.removeEventListener('scroll', save)
  }, [list, key, isCovered])
}
