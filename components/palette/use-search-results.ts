'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { toProblem } from '@/components/api/api-client'
import { caseQuery, colleaguesQuery, listQuery } from '@/components/case/queries'
import type { CaseItem } from '@/temporal/contract/cases/case'
import { isCaseId } from '@/temporal/contract/cases/case-ids'
import type { Problem } from '@/temporal/contract/problem'
import { toSearchWords } from '@/temporal/contract/text/fold-text'
import { truncateText } from '@/temporal/contract/text/truncate-text'
import { containsWords } from './match'
import { caseIdItem, caseItem, type PaletteItem, personItem } from './palette-items'

const DEBOUNCE_MS = 150
const MAX_CASES = 8
const MAX_PEOPLE = 5
const MAX_LENGTH = 200

/** `text` after it stayed the same for 150 ms; an empty text at once. */
const useDebounced = (text: string): string => {
  const [debounced, setDebounced] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setDebounced(text), DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return text === '' ? '' : debounced
}

/** The id of a case in a pasted text: alone, in a link, or as a workflow id. */
export const findCaseId = (text: string): string | null =>
  text
    .toLowerCase()
    .split(/[^a-z0-9_]+/)
    .find(isCaseId) ?? null

const matchesItem = ({ caseId, caseTitle, number, submitter }: CaseItem, words: readonly string[]): boolean =>
  containsWords([caseId, caseTitle, number, ...submitter.map(({ name }) => name)].join(' '), words)

/** The case with the given id. It can be opened before it is loaded, and while Postgres is unavailable. */
const useNamedCase = (caseId: string | null): PaletteItem[] => {
  const { data, error } = useQuery({ ...caseQuery(caseId ?? ''), enabled: caseId !== null })
  if (caseId === null) return []
  if (data) return [caseItem(data.caseDetails)]
  const problem = toProblem(error)
  return [caseIdItem(caseId, problem?.status === 404 ? problem.title : undefined)]
}

export interface SearchResults {
  cases: PaletteItem[]
  people: PaletteItem[]
  isSearching: boolean
  /** The list came from Temporal, which matches whole words of titles only. */
  isFromTemporal: boolean
  problem: Problem | null
  retry: () => void
}

/** Cases and people for the typed text; outdated requests are aborted. */
export const useSearchResults = (text: string): SearchResults => {
  const q = truncateText(text.trim(), MAX_LENGTH)
  const debounced = useDebounced(q)
  const words = toSearchWords(q)
  const caseId = findCaseId(q)
  const named = useNamedCase(caseId)
  const hasText = debounced !== ''
  const list = useQuery({
    ...listQuery({ q: caseId ?? debounced, limit: String(MAX_CASES) }),
    enabled: hasText,
    placeholderData: keepPreviousData,
  })
  const people = useQuery({ ...colleaguesQuery(debounced), enabled: hasText && !caseId })
  const isOld = list.isPlaceholderData || debounced !== q
  // Results of the previous text stay only where they match the new one.
  const items = (hasText ? (list.data?.items ?? []) : []).filter((item) => !isOld || matchesItem(item, words))
  const others = items.filter((item) => item.caseId !== caseId).map(caseItem)
  const colleagues = (hasText && !caseId ? (people.data?.items ?? []) : []).filter(
    ({ name, email }) =>
      !(people.isPlaceholderData || debounced !== q) || containsWords(`${name} ${email}`, words),
  )
  const failed = [list, people].find(({ isError }) => isError)
  return {
    cases: [...named, ...others],
    people: colleagues.slice(0, MAX_PEOPLE).map(personItem),
    isSearching: q !== '' && (debounced !== q || list.isFetching || people.isFetching),
    isFromTemporal: list.data?.source === 'visibility',
    problem: hasText ? toProblem(failed?.error) : null,
    retry: () => void failed?.refetch(),
  }
}
