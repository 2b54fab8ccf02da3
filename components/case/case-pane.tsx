'use client'

import { useQuery } from '@tanstack/react-query'
import { toProblem } from '@/components/api/api-client'
import { ProblemNote } from '@/components/ui/form/problem-note'
import type { Problem } from '@/temporal/contract/problem'
import { CaseContent } from './case-content'
import { CaseSkeleton } from './case-skeleton'
import type { NextCaseLink } from './decision/decision-card'
import { caseQuery } from './queries'
import { useRecordRecentCase } from './recent-cases'
import { useMarkOpenCaseRead } from './use-mark-read'

interface Props {
  caseId: string
  level: 1 | 2
  next: NextCaseLink | null
  takesFocus?: boolean
  /** Problem of the server's read, shown until the browser has read itself. */
  firstProblem?: Problem | null
}

/** Loads a case and follows its changes. */
export const CasePane = ({ caseId, level, next, takesFocus, firstProblem = null }: Props) => {
  const { data, error } = useQuery(caseQuery(caseId))
  const problem = toProblem(error) ?? firstProblem
  useMarkOpenCaseRead(caseId, data?.caseDetails.version)
  useRecordRecentCase(caseId, data?.caseDetails.caseTitle)
  if (data) return <CaseContent key={caseId} view={data} level={level} next={next} takesFocus={takesFocus} />
  if (problem) return <ProblemNote problem={problem} className="m-4" />
  return <CaseSkeleton />
}
