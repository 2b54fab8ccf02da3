import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { WithOrderActions } from '@/components/case/cancel/with-order-actions'
import { ViewerProvider } from '@/components/case/viewer-context'
import { CasePage } from '@/components/inbox/case-page'
import { getCaseKind, isCaseId, toCaseNumber } from '@/temporal/contract/cases/case-ids'
import * as paths from '@/temporal/contract/paths'
import { prefetchCase } from '../../_lib/prefetch'
import { getRequestContext, requireStaff } from '../../_lib/request-context'
import { getViewerContext } from '../../_lib/viewer-context'

interface Props {
  params: Promise<{ id: string }>
}

const KIND = { order: 'Order', approval: 'Approval' } as const

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { id } = await params
  return { title: isCaseId(id) ? `${KIND[getCaseKind(id)]} ${toCaseNumber(id)}` : 'Case' }
}

const Page = async ({ params }: Props) => {
  const { id } = await params
  const viewer = await requireStaff(paths.casePage(id))
  const [viewerContext, prefetched] = await Promise.all([
    getViewerContext(viewer),
    prefetchCase(await getRequestContext(), id),
  ])
  if (prefetched.problem?.code === 'NOT_FOUND') notFound()
  return (
    <ViewerProvider value={viewerContext}>
      <HydrationBoundary state={prefetched.state}>
        <WithOrderActions>
          <CasePage caseId={id} firstProblem={prefetched.problem} />
        </WithOrderActions>
      </HydrationBoundary>
    </ViewerProvider>
  )
}

export default Page
