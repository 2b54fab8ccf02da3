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
  /** The response that the rows come from, or null before the first. */
  list: CaseList | null
  /** The rows belong to an earlier query. */
  isOutdated: boolean
  /** Shows the rows of the latest response in their order. */
  refresh: () => void
  /** Pointer handlers of the list: while the pointer is inside, nothing moves. */
  freezeHandlers: {
    onPointerEnter: () => void
    onPointerLeave: () => void
  }
}

const NOTHING = freshRows([])

/**
 * The rows of a live list, kept in place.
 * @param data latest response to `query`, or undefined
 * @param openId case that is open beside the list, whose row stays
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
