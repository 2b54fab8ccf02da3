'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { getJson, problemFrom } from '@/components/case/api'
import { caseQuery, listQuery } from '@/components/case/queries'
import type { CaseItem } from '@/temporal/contract/cases/case'
import { isCaseId } from '@/temporal/contract/cases/case-ids'
import type { Colleague } from '@/temporal/contract/people/people'
import type { Problem } from '@/temporal/contract/problem'
import { caseEntry, type Entry, idEntry, personEntry } from './entries'
import { hasWords, wordsOf } from './match'

const DEBOUNCE_MS = 150
const MAX_CASES = 8
const MAX_PEOPLE = 5
const MAX_LENGTH = 200

/** `text` once it has rested for a moment; empty at once. */
const useRested = (text: string): string => {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return text === '' ? '' : rested
}

/** The id of a case in what was pasted: alone, in a link, as a workflow's id. */
export const caseIdIn = (text: string): string | null =>
  text
    .toLowerCase()
    .split(/[^a-z0-9_]+/)
    .find(isCaseId) ?? null

const isAnswer = ({ caseId, caseTitle, number, submitter }: CaseItem, words: readonly string[]): boolean =>
  hasWords([caseId, caseTitle, number, ...submitter.map(({ name }) => name)].join(' '), words)

/** The case that was named by its id: it opens before anything about it is known, and while Postgres is away. */
const useNamedCase = (caseId: string | null): Entry[] => {
  const { data, error } = useQuery({ ...caseQuery(caseId ?? ''), enabled: caseId !== null })
  if (caseId === null) return []
  if (data) return [caseEntry(data.caseDetails)]
  const problem = problemFrom(error)
  return [idEntry(caseId, problem?.status === 404 ? problem.title : undefined)]
}

const peopleQuery = (q: string) => ({
  queryKey: ['people', q],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson<{ items: Colleague[] }>(`/api/v1/people?${new URLSearchParams({ q })}`, signal),
})

export interface Found {
  cases: Entry[]
  people: Entry[]
  isSearching: boolean
  /** The list came from Temporal, which knows whole words of titles only. */
  isFromTemporal: boolean
  problem: Problem | null
  retry: () => void
}

/** Cases and people for what is typed; requests that nobody waits for any more are aborted. */
export const useFound = (text: string): Found => {
  const q = text.trim().slice(0, MAX_LENGTH)
  const rested = useRested(q)
  const words = wordsOf(q)
  const caseId = caseIdIn(q)
  const named = useNamedCase(caseId)
  const isAsked = rested !== ''
  const list = useQuery({
    ...listQuery(new URLSearchParams({ q: caseId ?? rested, limit: String(MAX_CASES) }).toString()),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  })
  const people = useQuery({
    ...peopleQuery(rested),
    enabled: isAsked && !caseId,
    placeholderData: keepPreviousData,
  })
  const isOld = list.isPlaceholderData || rested !== q
  // What answered the letters before is shown on only where it still answers.
  const items = (isAsked ? (list.data?.items ?? []) : []).filter((item) => !isOld || isAnswer(item, words))
  const others = items.filter((item) => item.caseId !== caseId).map(caseEntry)
  const colleagues = (isAsked && !caseId ? (people.data?.items ?? []) : []).filter(
    ({ name, email }) => !(people.isPlaceholderData || rested !== q) || hasWords(`${name} ${email}`, words),
  )
  const failed = [list, people].find(({ isError }) => isError)
  return {
    cases: [...named, ...others],
    people: colleagues.slice(0, MAX_PEOPLE).map(personEntry),
    isSearching: q !== '' && (rested !== q || list.isFetching || people.isFetching),
    isFromTemporal: list.data?.source === 'visibility',
    problem: isAsked ? problemFrom(failed?.error) : null,
    retry: () => void failed?.refetch(),
  }
}
