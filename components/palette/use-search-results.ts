'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { caseQuery, listQuery } from '@/components/case/queries'
import { getJson, toProblem } from '@/components/live/api-client'
import type { CaseItem } from '@/temporal/contract/cases/case'
import { isCaseId } from '@/temporal/contract/cases/case-ids'
import type { Colleague } from '@/temporal/contract/people/people'
import type { Problem } from '@/temporal/contract/problem'
import { containsWords, toSearchWords } from './match'
import { caseIdItem, caseItem, type PaletteItem, personItem } from './palette-items'

const DEBOUNCE_MS = 150
const MAX_CASES = 8
const MAX_PEOPLE = 5
const MAX_LENGTH = 200

/** `text` once it has rested for a moment; empty at once. */
const useDebounced = (text: string): string => {
  const [debounced, setDebounced] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setDebounced(text), DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return text === '' ? '' : debounced
}

/** The id of a case in what was pasted: alone, in a link, as a workflow's id. */
export const findCaseId = (text: string): string | null =>
  text
    .toLowerCase()
    .split(/[^a-z0-9_]+/)
    .find(isCaseId) ?? null

const matchesItem = ({ caseId, caseTitle, number, submitter }: CaseItem, words: readonly string[]): boolean =>
  containsWords([caseId, caseTitle, number, ...submitter.map(({ name }) => name)].join(' '), words)

/** The case that was named by its id: it opens before anything about it is known, and while Postgres is away. */
const useNamedCase = (caseId: string | null): PaletteItem[] => {
  const { data, error } = useQuery({ ...caseQuery(caseId ?? ''), enabled: caseId !== null })
  if (caseId === null) return []
  if (data) return [caseItem(data.caseDetails)]
  const problem = toProblem(error)
  return [caseIdItem(caseId, problem?.status === 404 ? problem.title : undefined)]
}

const peopleQuery = (q: string) => ({
  queryKey: ['people', q],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson<{ items: Colleague[] }>(`/api/v1/people?${new URLSearchParams({ q })}`, signal),
})

export interface SearchResults {
  cases: PaletteItem[]
  people: PaletteItem[]
  isSearching: boolean
  /** The list came from Temporal, which knows whole words of titles only. */
  isFromTemporal: boolean
  problem: Problem | null
  retry: () => void
}

/** Cases and people for what is typed; requests that nobody waits for any more are aborted. */
export const useSearchResults = (text: string): SearchResults => {
  const q = text.trim().slice(0, MAX_LENGTH)
  const debounced = useDebounced(q)
  const words = toSearchWords(q)
  const caseId = findCaseId(q)
  const named = useNamedCase(caseId)
  const isAsked = debounced !== ''
  const list = useQuery({
    ...listQuery(new URLSearchParams({ q: caseId ?? debounced, limit: String(MAX_CASES) }).toString()),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  })
  const people = useQuery({
    ...peopleQuery(debounced),
    enabled: isAsked && !caseId,
    placeholderData: keepPreviousData,
  })
  const isOld = list.isPlaceholderData || debounced !== q
  // What answered the letters before is shown on only where it still answers.
  const items = (isAsked ? (list.data?.items ?? []) : []).filter((item) => !isOld || matchesItem(item, words))
  const others = items.filter((item) => item.caseId !== caseId).map(caseItem)
  const colleagues = (isAsked && !caseId ? (people.data?.items ?? []) : []).filter(
    ({ name, email }) =>
      !(people.isPlaceholderData || debounced !== q) || containsWords(`${name} ${email}`, words),
  )
  const failed = [list, people].find(({ isError }) => isError)
  return {
    cases: [...named, ...others],
    people: colleagues.slice(0, MAX_PEOPLE).map(personItem),
    isSearching: q !== '' && (debounced !== q || list.isFetching || people.isFetching),
    isFromTemporal: list.data?.source === 'visibility',
    problem: isAsked ? toProblem(failed?.error) : null,
    retry: () => void failed?.refetch(),
  }
}
