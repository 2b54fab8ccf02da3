'use client'

import { useEffect, useState } from 'react'
import type { CaseList } from '@/temporal/contract/cases/case-filter'
import { freshRows, mergeRows, type StableRows } from './stable-rows'

interface Shown {
  query: string
  data: CaseList
  stable: StableRows
}

export interface LiveRows extends StableRows {
  /** The answer that the rows come from, or null before the first. */
  list: CaseList | null
  /** The rows still answer an earlier question. */
  isOutdated: boolean
  /** Shows what the newest answer has, in its order. */
  refresh: () => void
  /** Handlers for the list: while somebody points at it, nothing in it moves. */
  freezeHandlers: {
    onPointerEnter: () => void
    onPointerLeave: () => void
  }
}

const NOTHING = freshRows([])

/**
 * The rows of a live list, kept in place.
 * @param data newest answer to `query`, or undefined while there is none
 * @param openId case that is open beside the list; its row stays
 */
export const useStableRows = (query: string, data: CaseList | undefined, openId: string | null): LiveRows => {
  const [isPointedAt, setPointedAt] = useState(false)
  const [shown, setShown] = useState<Shown | null>(
    data ? { query, data, stable: freshRows(data.items) } : null,
  )

  if (data && shown?.query !== query) {
    setShown({ query, data, stable: freshRows(data.items) })
  } else if (data && shown && shown.data !== data) {
    setShown({ query, data, stable: mergeRows(shown.stable, data.items, { isPointedAt, openId }) })
  }

  useEffect(() => {
    if (isPointedAt) return
    setShown((now) =>
      now && now.stable.removedIds.size > 0
        ? { ...now, stable: mergeRows(now.stable, now.data.items, { isPointedAt, openId }) }
        : now,
    )
  }, [isPointedAt, openId])

  return {
    ...(shown?.stable ?? NOTHING),
    list: shown?.data ?? null,
    isOutdated: shown?.query !== query,
    refresh: () => data && setShown({ query, data, stable: freshRows(data.items) }),
    freezeHandlers: { onPointerEnter: () => setPointedAt(true), onPointerLeave: () => setPointedAt(false) },
  }
}
