'use client'

/** Recently opened cases, in localStorage by person: ids and titles, without personal data. */

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect } from 'react'
import { readLocalList, writeLocalList } from '@/components/ui/local-list'
import { isCaseId } from '@/temporal/contract/cases/case-ids'
import * as paths from '@/temporal/contract/paths'

const MAX_CASES = 8

export interface RecentCase {
  caseId: string
  title: string
}

const storageKey = (person: string): string => `action-center.recent-cases.${person}`

const isRecentCase = (value: unknown): value is RecentCase => {
  const { caseId, title } = (value ?? {}) as Partial<RecentCase>
  return typeof caseId === 'string' && isCaseId(caseId) && typeof title === 'string'
}

/** Newest first. @param person account id */
export const readRecentCases = (person: string): RecentCase[] =>
  readLocalList(storageKey(person), isRecentCase)

const saveCase = (person: string, opened: RecentCase): void => {
  const others = readRecentCases(person).filter(({ caseId }) => caseId !== opened.caseId)
  writeLocalList(storageKey(person), [opened, ...others].slice(0, MAX_CASES))
}

/** The case id in the URL, beside a list or on its own page. */
export const useOpenCaseId = (): string | null => {
  const path = usePathname()
  const beside = useSearchParams().get('case')
  const caseId = paths.parseCasePath(path) ?? beside
  return caseId && isCaseId(caseId) ? caseId : null
}

/** Saves each case once it is shown. @param title undefined until it is loaded */
export const useRecordRecentCase = (person: string, caseId: string, title: string | undefined): void => {
  useEffect(() => {
    if (title) saveCase(person, { caseId, title })
  }, [person, caseId, title])
}
