'use client'

/** Cases that the viewer opened last, in this browser only: ids and titles, without personal data. */

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect } from 'react'
import { accountStore } from '@/components/session/account-store'
import { isCaseId } from '@/temporal/contract/cases/case-ids'
import * as paths from '@/temporal/contract/paths'

const NAME = 'recent-cases'
const MAX_CASES = 8

export interface RecentCase {
  caseId: string
  title: string
}

const isRecentCase = (value: unknown): value is RecentCase => {
  const { caseId, title } = (value ?? {}) as Partial<RecentCase>
  return typeof caseId === 'string' && isCaseId(caseId) && typeof title === 'string'
}

/** Newest first. */
export const readRecentCases = (): RecentCase[] => {
  const stored = accountStore.read(NAME)
  return Array.isArray(stored) ? stored.filter(isRecentCase) : []
}

const saveCase = (opened: RecentCase): void => {
  const others = readRecentCases().filter(({ caseId }) => caseId !== opened.caseId)
  accountStore.write(NAME, [opened, ...others].slice(0, MAX_CASES))
}

/** The case id in the URL, beside a list or on its own page. */
export const useOpenCaseId = (): string | null => {
  const path = usePathname()
  const beside = useSearchParams().get('case')
  const caseId = paths.parseCasePath(path) ?? beside
  return caseId && isCaseId(caseId) ? caseId : null
}

/** Saves each case once it is shown. @param title undefined until it is loaded */
export const useRecordRecentCase = (caseId: string, title: string | undefined): void => {
  useEffect(() => {
    if (title) saveCase({ caseId, title })
  }, [caseId, title])
}
