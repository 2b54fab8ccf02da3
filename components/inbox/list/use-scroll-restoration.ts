'use client'

import { type RefObject, useLayoutEffect } from 'react'

const PREFIX = 'scroll:'

/** Where a list was scrolled to comes back with its address: after a reload, after back, after a case on a phone. */
export const useScrollRestoration = (
  list: RefObject<HTMLElement | null>,
  key: string,
  isCovered: boolean,
): void => {
  // Before the browser tells of the scrolling that a shorter list causes: that is not where the longer one was left.
  useLayoutEffect(() => {
    const element = list.current
    // A list that a case covers on a phone loses its place, and gets it back once it is seen again.
    if (!element || (isCovered && element.clientHeight === 0)) return
    element.scrollTop = Number(sessionStorage.getItem(PREFIX + key)) || 0
    const save = () => sessionStorage.setItem(PREFIX + key, String(Math.round(element.scrollTop)))
    element.addEventListener('scroll', save, { passive: true })
    return () => element.removeEventListener('scroll', save)
  }, [list, key, isCovered])
}
