import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ViewingProvider } from '@/components/case/viewer'
import { CasePage } from '@/components/console/case-page'
import { isCaseId, kindOf, numberOf } from '@/temporal/contract/ids'
import { firstReadOfCase } from '../../first-read'
import { readingContext, requireStaff } from '../../reading'
import { viewingFor } from '../../viewing'

interface Props {
  params: Promise<{ id: string }>
}

const KIND = { order: 'Order', approval: 'Approval' } as const

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { id } = await params
  return { title: isCaseId(id) ? `${KIND[kindOf(id)]} ${numberOf(id)}` : 'Case' }
}

const Page = async ({ params }: Props) => {
  const { id } = await params
  const viewer = await requireStaff(`/cases/${id}`)
  const [viewing, first] = await Promise.all([
    viewingFor(viewer),
    firstReadOfCase(await readingContext(), id),
  ])
  if (first.problem?.code === 'NOT_FOUND') notFound()
  return (
    <ViewingProvider value={viewing}>
      <HydrationBoundary state={first.state}>
        <CasePage caseId={id} firstProblem={first.problem} />
      </HydrationBoundary>
    </ViewingProvider>
  )
}

export default Page
