'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { watchTextRewriting } from '@/components/browser/text-rewrite'
import {
  type EventData,
  openEventStream,
  STATUS_BACKOFF,
  type StreamMessage,
} from '@/components/live/event-stream'
import type { ShopMessages } from '../messages/shop-messages'

/** Changes often come two or three at once; one refresh is enough. */
const DEBOUNCE_MS = 100

type Status = 'connecting' | 'connected' | 'reconnecting'

/** A customer's stream holds no case ids. */
const toVersion = ({ version }: EventData): number | null => (typeof version === 'number' ? version : null)

interface Props {
  /** URL of the order's event stream. */
  url: string
  /** Version of the order that the page shows. */
  version: number
  messages: Pick<ShopMessages['track'], 'updates' | 'reload' | 'reconnecting'>
}

/** Refreshes the page when the order changes, and says whether the page is live. */
export const LiveOrder = ({ url, version, messages }: Props) => {
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
      if (message.kind === 'lost') onBreak()
      if (message.kind === 'ready') setStatus('connected')
      // Also after the first `ready`: the order may have changed since the page was rendered.
      const isNewer = message.kind === 'case' && message.change > shown.current
      if (message.kind === 'ready' || isNewer) timer ??= setTimeout(refresh, DEBOUNCE_MS)
    }
    const close = openEventStream(url, { backoff: STATUS_BACKOFF, parse: toVersion, onMessage, onBreak })
    return () => {
      close()
      clearTimeout(timer)
    }
  }, [url, router])
  const sentence = {
    connecting: messages.reload,
    connected: messages.updates,
    reconnecting: messages.reconnecting,
  }[status]
  return <p>{sentence}</p>
}
