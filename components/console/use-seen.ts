'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import type { CaseItem, CaseReadMark } from '@/temporal/contract/cases/case'
import type { CaseList } from '@/temporal/contract/cases/case-filter'
import { postSeen } from './post-seen'

const CHUNK = 200

const withMarks = (list: CaseList | undefined, seen: ReadonlyMap<string, number>): CaseList | undefined => {
  if (!list?.items.some(({ caseId }) => seen.has(caseId))) return list
  const mark = (item: CaseItem): CaseItem => {
    const version = seen.get(item.caseId)
    return version === undefined ? item : { ...item, isUnread: version < item.version }
  }
  return { ...list, items: list.items.map(mark) }
}

/**
 * Marks cases as seen in the versions given, or as unread with version 0; lists follow once the server has it. False
 * where it could not be told.
 */
export const useMarkSeen = () => {
  const client = useQueryClient()
  return useCallback(
    async (cases: readonly CaseReadMark[]): Promise<boolean> => {
      for (let from = 0; from < cases.length; from += CHUNK) {
        const chunk = cases.slice(from, from + CHUNK)
        if (!(await postSeen(chunk))) return false
        const seen = new Map(chunk.map(({ caseId, version }) => [caseId, version]))
        client.setQueriesData<CaseList>({ queryKey: ['cases'] }, (list) => withMarks(list, seen))
      }
      void client.invalidateQueries({ queryKey: ['counts'] })
      return true
    },
    [client],
  )
}

/** The newest version of each case that this tab has told the server of. */
const told = new Map<string, number>()

/** Forgets that a case was seen: it was marked as unread. */
export const forgetSeen = (caseId: string): void => {
  told.delete(caseId)
}

/**
 * Marks the open case as seen in every version that is shown, while somebody can look at it.
 * @param version the version shown, or undefined while there is none
 */
export const useSeen = (caseId: string, version: number | undefined): void => {
  const mark = useMarkSeen()
  useEffect(() => {
    if (version === undefined) return
    const see = () => {
      if (document.hidden || (told.get(caseId) ?? 0) >= version) return
      told.set(caseId, version)
      void mark([{ caseId, version }]).then((isKept) => {
        if (!isKept) forgetSeen(caseId)
      })
    }
    see()
    document.addEventListener('visibilitychange', see)
    return () => document.removeEventListener('visibilitychange', see)
  }, [caseId, version, mark])
}
