'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { countsQuery } from '@/components/case/queries'
import { formatCount } from '@/components/ui/format-count'

const PREFIX = /^\(\d[\d,]*\) /

/**
 * Shows the number of waiting cases in the title of the tab. The router sets the title at any time, so it is
 * observed.
 */
const Waiting = () => {
  const { data } = useQuery(countsQuery())
  const waiting = data ? data.mine + data.unassigned : 0
  useEffect(() => {
    const put = () => {
      const plain = document.title.replace(PREFIX, '')
      const next = waiting > 0 ? `(${formatCount(waiting)}) ${plain}` : plain
      if (plain && document.title !== next) document.title = next
    }
    put()
    const watch = new MutationObserver(put)
    watch.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => watch.disconnect()
  }, [waiting])
  return null
}

/**
 * Mounted in the browser only: a query that is mounted before the dehydrated ones would keep them from being
 * hydrated.
 */
export const WaitingTitle = () => {
  const [isInBrowser, setInBrowser] = useState(false)
  useEffect(() => setInBrowser(true), [])
  return isInBrowser && <Waiting />
}
