'use client'

import { useCallback, useEffect, useState } from 'react'
import { type Draft, type DraftKind, readDraft, saveDraft } from './draft-store'

export interface DraftHandle extends Draft {
  /** Changes the draft and keeps it. */
  update: (change: Partial<Draft>) => void
  /** Shows another draft and keeps the stored one, which leaves once the server has accepted it. */
  show: (next: Draft | ((shown: Draft) => Draft)) => void
}

/**
 * A text that is kept for the viewer and the case: it survives another case, a reload, and an ended session.
 * @param initial what a form without JavaScript sent; it wins over the stored draft
 */
export const useDraft = (caseId: string, kind: DraftKind, initial: string): DraftHandle => {
  const [draft, show] = useState<Draft>({ text: initial, mentions: [] })
  // After hydration: the server knows no draft.
  useEffect(() => {
    const stored = readDraft(caseId, kind)
    if (stored.text) show((shown) => (shown.text ? shown : stored))
  }, [caseId, kind])
  const update = useCallback(
    (change: Partial<Draft>) => {
      const next = { ...draft, ...change }
      show(next)
      saveDraft(caseId, kind, next)
    },
    [draft, caseId, kind],
  )
  return { ...draft, update, show }
}
