'use client'

import ChevronLeft from 'lucide-react/icons/chevron-left'
import { CasePane } from '@/components/case/case-pane'
import type { CaseKind } from '@/temporal/contract/cases/case-ids'
import { getCaseKind } from '@/temporal/contract/cases/case-ids'
import type { Problem } from '@/temporal/contract/problem'
import { getListPath } from './inbox-state'
import { LIST_TITLE } from './list-labels'

const Back = ({ kind }: { kind: CaseKind }) => (
  <a
    href={getListPath(kind)}
    className="flex h-11 shrink-0 items-center gap-1 border-b border-line px-3 font-medium text-muted hover:text-ink lg:h-10"
  >
    <ChevronLeft aria-hidden className="size-4" />
    {LIST_TITLE[kind]}
  </a>
)

/** A case as its own, shareable page. */
export const CasePage = ({ caseId, firstProblem }: { caseId: string; firstProblem: Problem | null }) => (
  <div data-case-open className="flex min-h-0 flex-1 flex-col">
    <Back kind={getCaseKind(caseId)} />
    <CasePane caseId={caseId} level={1} next={null} firstProblem={firstProblem} />
  </div>
)
