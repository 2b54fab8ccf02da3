'use client'

import { type MouseEvent, useCallback } from 'react'

/** Changes the URL without a request for the page; hooks that read the URL follow. */
export const pushUrl = (href: string, how: 'push' | 'replace' = 'push'): void => {
  if (how === 'push') window.history.pushState(null, '', href)
  else window.history.replaceState(null, '', href)
}

const isPlainClick = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey

/**
 * Click handler of a container: links inside it to the present page change the URL only. They remain links
 * for new tabs, for the keyboard, and without JavaScript.
 */
export const useClientLinks = () =>
  useCallback((event: MouseEvent<HTMLElement>) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]')
    if (!link || link.target || !isPlainClick(event)) return
    const url = new URL(link.href)
    if (url.origin !== location.origin || url.pathname !== location.pathname) return
    event.preventDefault()
    if (url.href !== location.href) pushUrl(url.pathname + url.search)
  }, [])
