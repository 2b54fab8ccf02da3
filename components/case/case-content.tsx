'use client'

import { useCallback, useEffect, useRef } from 'react'
import { Banner } from '@/components/ui/banner'
import { ClockTime } from '@/components/ui/clock-time'
import { UserText } from '@/components/ui/user-text'
import type { CaseView } from '@/temporal/contract/cases/case'
import { isTerminal } from '@/temporal/contract/states'
import { ActivityStream } from './activity/activity-stream'
import { mergeActivity } from './activity/merge-activity'
import { OrderActionsSlot } from './cancel/order-actions-slot'
import { CaseHeader } from './case-header'
import { isOrder, waitingSentence } from './case-labels'
import { CommentForm } from './comment/comment-form'
import { DecisionCard, type NextCaseLink } from './decision/decision-card'
import { CaseFacts } from './details/case-facts'
import { SectionLevel } from './details/facts'
import { OrderDetails, OrderDetailsSkeleton } from './details/order-details'
import { getOrderLines, OrderLines } from './details/order-lines'
import { WorkflowFacts } from './details/workflow-facts'
import { PayloadFacts } from './payload/payload-facts'
import { isStoredCopy } from './queries'
import { useCaseCommands } from './use-case-commands'
import { useRelatedCases } from './use-related-cases'
import { getGroupName, useViewer } from './viewer-context'

interface Props {
  view: CaseView
  /** Level of the title: 1 where the case is the page, 2 beside a list. */
  level: 1 | 2
  next: NextCaseLink | null
  /** Focuses the title, for a case that was just chosen from a list. */
  takesFocus?: boolean
}

const StaleNotice = ({ at }: { at: string }) => (
  <Banner tone="waiting" title="This may be older than it looks">
    The case does not answer right now: you see what was stored at <ClockTime at={at} />. What you press is
    sent; if it cannot be taken, this page says so.
  </Banner>
)

/** What the case waits for. Screen readers read it again when it changes. */
const WaitingStatus = ({
  view,
  related,
}: {
  view: CaseView
  related: ReturnType<typeof useRelatedCases>
}) => {
  const { groups, viewer } = useViewer()
  const data = related.approvalCase?.data
  const context = {
    groupName: data ? getGroupName(groups, data.group) : '',
    rule: related.order?.rule ?? null,
    assignee: data?.assignee ?? null,
    viewerId: viewer.id,
    supervisorsMayDecide: data?.supervisorsMayDecide,
  }
  return (
    <p role="status" className="-mt-3 max-w-prose text-muted">
      {waitingSentence(view, context)}
    </p>
  )
}

/** A case: title, decision, activity; its details beside or below. */
export const CaseContent = ({ view: initialView, level, next, takesFocus = false }: Props) => {
  const { temporalUi } = useViewer()
  const title = useRef<HTMLHeadingElement>(null)
  const related = useRelatedCases(initialView)
  const { approvalCase, order, isOrderLoading, shown: view } = related
  const { caseDetails } = view
  const { caseData } = caseDetails
  const lines = getOrderLines(isOrder(caseData) ? caseData : order, approvalCase?.data)
  const activity = isOrder(caseData)
    ? mergeActivity(view.activityStream, approvalCase?.view.activityStream)
    : mergeActivity(order?.stream, view.activityStream)
  const Heading = `h${level}` as const
  const focusTitle = useCallback(() => title.current?.focus({ preventScroll: true }), [])
  useCaseCommands(caseDetails.caseId)

  useEffect(() => {
    if (takesFocus) focusTitle()
  }, [takesFocus, focusTitle])

  return (
    <SectionLevel value={level === 1 ? 2 : 3}>
      <article
        aria-labelledby="case-title"
        data-open={caseDetails.caseId}
        className="min-h-0 flex-1 max-lg:overflow-y-auto max-lg:pb-24 print:pb-0 lg:grid lg:grid-cols-[minmax(0,1fr)_17rem] xl:grid-cols-[minmax(0,1fr)_20rem] min-[120rem]:grid-cols-[minmax(0,1fr)_26rem]"
      >
        <div className="min-w-0 p-4 lg:overflow-y-auto lg:px-6 lg:py-5">
          <div className="mx-auto flex max-w-3xl flex-col gap-4">
            <CaseHeader view={view}>
              <Heading
                ref={title}
                id="case-title"
                tabIndex={-1}
                className="rounded text-lg leading-6 outline-none"
              >
                <UserText>{caseDetails.caseTitle}</UserText>
              </Heading>
            </CaseHeader>
            <WaitingStatus view={view} related={related} />
            {isStoredCopy(view) && <StaleNotice at={view.asOf} />}
            {lines ? (
              <OrderLines order={lines} />
            ) : (
              approvalCase && (
                <PayloadFacts payload={approvalCase.data.payload} currency={approvalCase.data.currency} />
              )
            )}
            {approvalCase && (
              <DecisionCard
                key={approvalCase.data.approvalId}
                approval={approvalCase.view}
                data={approvalCase.data}
                next={next}
              />
            )}
            {isOrder(caseData) && (
              <OrderActionsSlot key={caseDetails.caseId} order={caseData} onAccepted={focusTitle} />
            )}
            <section aria-label="What happened" className="flex flex-col gap-4">
              <ActivityStream items={activity} />
              {approvalCase && <CommentForm key={approvalCase.data.approvalId} data={approvalCase.data} />}
            </section>
          </div>
        </div>
        <aside
          aria-label="Case details"
          className="border-line max-lg:border-t lg:overflow-y-auto lg:border-l lg:bg-surface"
        >
          <CaseFacts details={caseDetails} isClosed={isTerminal(caseDetails.status)} />
          {order ? <OrderDetails order={order} /> : isOrderLoading && <OrderDetailsSkeleton />}
          <WorkflowFacts view={initialView} temporalUi={temporalUi} />
        </aside>
      </article>
    </SectionLevel>
  )
}
