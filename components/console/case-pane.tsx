'use client'

import { useQuery } from '@tanstack/react-query'
import { problemFrom } from '@/components/case/api'
import { CaseSkeleton } from '@/components/case/case-skeleton'
import { CaseView } from '@/components/case/case-view'
import type { NextCase } from '@/components/case/decision-card'
import { caseQuery } from '@/components/case/queries'
import { useViewing } from '@/components/case/viewer'
import { useKeepRecent } from '@/components/palette/recent-cases'
import { ProblemNote } from '@/components/ui/problem-note'
import type { Problem } from '@/temporal/contract/problem'
import { useSeen } from './use-seen'

interface Props {
  caseId: string
  level: 1 | 2
  next: NextCase | null
  takesFocus?: boolean
  /** What went wrong on the server, shown until the browser has read by itself. */
  firstProblem?: Problem | null
}

/** A case as it is now, from the first read to every change. */
export const CasePane = ({ caseId, level, next, takesFocus, firstProblem = null }: Props) => {
  const { data, error } = useQuery(caseQuery(caseId))
  const problem = problemFrom(error) ?? firstProblem
  useSeen(caseId, data?.caseDetails.version)
  useKeepRecent(useViewing().viewer.id, caseId, data?.caseDetails.caseTitle)
  if (data) return <CaseView key={caseId} view={data} level={level} next={next} takesFocus={takesFocus} />
  if (problem) return <ProblemNote problem={problem} className="m-4" />
  return <CaseSkeleton />
}
