'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { watchTextRewriting } from '@/components/browser/text-rewrite'
import type { StreamMessage } from '@/components/live/event-stream'
import type { ShopMessages } from '../messages/shop-messages'
import { followOrder } from './follow-order'

/** Changes often come two or three at once; one refresh is enough. */
const DEBOUNCE_MS = 100

type Status = 'connecting' | 'connected' | 'reconnecting'

interface Props {
  /** URL of the order's event stream. */
  eventsUrl: string
  /** URL of the order's version. */
  versionUrl: string
  /** Version of the order that the page shows. */
  version: number
  messages: Pick<ShopMessages['track'], 'updates' | 'reload' | 'reconnecting'>
}

/** Refreshes the page when the order changes, and says whether the page is live. */
export const LiveOrder = ({ eventsUrl, versionUrl, version, messages }: Props) => {
  const router = useRouter()
  const shown = useRef(version)
  const [status, setStatus] = useState<Status>('connecting')
  const isRewritten = useRef<() => boolean>(() => false)
  useEffect(() => {
    isRewritten.current = watchTextRewriting()
  }, [])
  useEffect(() => {
    // A translated page does not show its changes: it is loaded again, and the browser translates it again.
    if (version > shown.current && isRewritten.current()) location.reload()
    shown.current = version
  }, [version])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      timer = undefined
      router.refresh()
    }
    const onBreak = () => setStatus('reconnecting')
    const onMessage = (message: StreamMessage<number>) => {
      setStatus(message.kind === 'lost' ? 'reconnecting' : 'connected')
      // Also after the first `ready`: the order may have changed since the page was rendered.
      const isNewer = message.kind === 'case' && message.change > shown.current
      if (message.kind === 'ready' || isNewer) timer ??= setTimeout(refresh, DEBOUNCE_MS)
    }
    const leave = followOrder({ eventsUrl, versionUrl, onMessage, onBreak })
    return () => {
      leave()
      clearTimeout(timer)
    }
  }, [eventsUrl, versionUrl, router])
  const sentence = {
    connecting: messages.reload,
    connected: messages.updates,
    reconnecting: messages.reconnecting,
  }[status]
  return <p>{sentence}</p>
}
