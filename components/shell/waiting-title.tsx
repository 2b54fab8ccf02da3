'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { countsQuery } from '@/components/case/queries'
import { formatCount } from '@/components/ui/format-count'

const PREFIX = /^\(\d[\d,]*\) /

/**
 * Puts the number of cases that wait for this person or for anybody in front of the tab's title, live. The router
 * sets a page's own title whenever it likes, so titles are watched.
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
 * Not part of the page that the server draws: a query that is there before the page's own answers arrive would keep
 * them from being drawn.
 */
export const WaitingTitle = () => {
  const [isInBrowser, setInBrowser] = useState(false)
  useEffect(() => setInBrowser(true), [])
  return isInBrowser && <Waiting />
}
