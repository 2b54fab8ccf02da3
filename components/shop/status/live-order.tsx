'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { ShopMessages } from '../messages/shop-messages'
import { type SubscriptionState, subscribe } from './subscribe'

/** Changes often come in twos and threes; one drawing serves them all. */
const DEBOUNCE_MS = 100

interface Props {
  /** Address of the order's events. */
  url: string
  /** Version of the order that the page shows. */
  version: number
  messages: Pick<ShopMessages['track'], 'updates' | 'reload' | 'reconnecting'>
}

/** Draws the page again whenever the order changes, and says whether it can. */
export const LiveOrder = ({ url, version, messages }: Props) => {
  const router = useRouter()
  const shown = useRef(version)
  const [state, setState] = useState<SubscriptionState>('connecting')
  useEffect(() => {
    shown.current = version
  }, [version])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      timer = undefined
      router.refresh()
    }
    const onChange = (newest: number | null) => {
      if (newest === null || newest > shown.current) timer ??= setTimeout(refresh, DEBOUNCE_MS)
    }
    const stop = subscribe(url, { onChange, onState: setState })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [url, router])
  const sentence = {
    connecting: messages.reload,
    connected: messages.updates,
    reconnecting: messages.reconnecting,
  }[state]
  return <p>{sentence}</p>
}
