'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { type Following, follow } from './follow'
import type { ShopWords } from './words'

/** Changes often come in twos and threes; one drawing serves them all. */
const TOGETHER_MS = 100

interface Props {
  /** Address of the order's events. */
  url: string
  /** Version of the order that the page shows. */
  version: number
  words: Pick<ShopWords['track'], 'updates' | 'reload' | 'reconnecting'>
}

/** Draws the page again whenever the order changes, and says whether it can. */
export const LiveOrder = ({ url, version, words }: Props) => {
  const router = useRouter()
  const shown = useRef(version)
  const [state, setState] = useState<Following>('connecting')
  useEffect(() => {
    shown.current = version
  }, [version])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const draw = () => {
      timer = undefined
      router.refresh()
    }
    const onNews = (newest: number | null) => {
      if (newest === null || newest > shown.current) timer ??= setTimeout(draw, TOGETHER_MS)
    }
    const stop = follow(url, { onNews, onState: setState })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [url, router])
  const sentence = { connecting: words.reload, connected: words.updates, reconnecting: words.reconnecting }[
    state
  ]
  return <p>{sentence}</p>
}
