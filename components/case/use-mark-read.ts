'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { isPageHidden } from '@/components/browser/page-visibility'
import type { CaseItem, CaseReadMark } from '@/temporal/contract/cases/case'
import { type CaseList, MAX_LIMIT } from '@/temporal/contract/cases/case-filter'
import { markRead } from './mark-read'

const applyReadMarks = (
  list: CaseList | undefined,
  readVersions: ReadonlyMap<string, number>,
): CaseList | undefined => {
  if (!list?.items.some(({ caseId }) => readVersions.has(caseId))) return list
  const mark = (item: CaseItem): CaseItem => {
    const version = readVersions.get(item.caseId)
    return version === undefined ? item : { ...item, isUnread: version < item.version }
  }
  return { ...list, items: list.items.map(mark) }
}

/**
 * Marks cases as read in the given versions, or as unread with version 0; lists change once the server has stored it.
 * Resolves to false where the server could not be reached or refused.
 */
export const useMarkRead = () => {
  const client = useQueryClient()
  return useCallback(
    async (cases: readonly CaseReadMark[]): Promise<boolean> => {
      for (let from = 0; from < cases.length; from += MAX_LIMIT) {
        const chunk = cases.slice(from, from + MAX_LIMIT)
        if (!(await markRead(chunk))) return false
        const readVersions = new Map(chunk.map(({ caseId, version }) => [caseId, version]))
        client.setQueriesData<CaseList>({ queryKey: ['cases'] }, (list) => applyReadMarks(list, readVersions))
      }
      void client.invalidateQueries({ queryKey: ['counts'] })
      return true
    },
    [client],
  )
}

/** The latest version of each case that this tab has reported as read. */
const reportedVersions = new Map<string, number>()

/** Forgets that a case was read: it was marked as unread. */
export const forgetRead = (caseId: string): void => {
  reportedVersions.delete(caseId)
}

/**
 * Marks the open case as read in every version that is shown while the tab is visible.
 * @param version the version shown, or undefined while there is none
 */
export const useMarkOpenCaseRead = (caseId: string, version: number | undefined): void => {
  const mark = useMarkRead()
  useEffect(() => {
    if (version === undefined) return
    const markIfVisible = () => {
      if (isPageHidden() || (reportedVersions.get(caseId) ?? 0) >= version) return
      reportedVersions.set(caseId, version)
      void mark([{ caseId, version }]).then((isSaved) => {
        if (!isSaved) forgetRead(caseId)
      })
    }
    markIfVisible()
    document.addEventListener('visibilitychange', markIfVisible)
    return () => document.removeEventListener('visibilitychange', markIfVisible)
  }, [caseId, version, mark])
}
