'use client'

import { Avatar } from '@/components/ui/avatar'
import { Money } from '@/components/ui/money'
import { RelativeTime } from '@/components/ui/relative-time'
import { StateBadge } from '@/components/ui/state-badge'
import { UserText } from '@/components/ui/user-text'
import type { Person } from '@/temporal/contract/auth/actor'
import type { ApprovalData, CaseDetails, OrderData } from '@/temporal/contract/cases/case'
import { isOrder } from '../case-labels'
import { DueTime } from '../due-time'
import { priorityLabel } from '../priority-labels'
import { getGroupName, useViewer } from '../viewer-context'
import { DetailsSection, Fact, Facts } from './facts'

const PersonName = ({ person }: { person: Person }) => (
  <span className="inline-flex max-w-full items-center gap-1.5">
    <Avatar name={person.name} decorative />
    <span className="truncate">
      <UserText>{person.name}</UserText>
    </span>
  </span>
)

const ApprovalFacts = ({ data, isClosed }: { data: ApprovalData; isClosed: boolean }) => {
  const { groups } = useViewer()
  return (
    <>
      {!isClosed && (
        <Fact name="Due">
          {data.dueAt && <DueTime at={data.dueAt} plain className="whitespace-normal!" />}
        </Fact>
      )}
      <Fact name="Amount">
        {data.amountCents !== null && data.currency && (
          <Money cents={data.amountCents} currency={data.currency} />
        )}
      </Fact>
      <Fact name={data.orderId ? 'Customer' : 'Requested by'}>
        <PersonName person={data.requester} />
      </Fact>
      <Fact name="Asked of">
        <UserText>{getGroupName(groups, data.group)}</UserText>
      </Fact>
      <Fact name="Assigned to">
        {data.assignee ? <PersonName person={data.assignee} /> : <span className="text-muted">Nobody</span>}
      </Fact>
      <Fact name="Priority">{priorityLabel(data.priority)}</Fact>
    </>
  )
}

const OrderFacts = ({ data }: { data: OrderData }) => (
  <>
    <Fact name="Total">
      <Money cents={data.totalCents} currency={data.currency} />
    </Fact>
    <Fact name="Customer">
      <PersonName person={data.customer} />
    </Fact>
    <Fact name="Purchased">{data.purchasedAt}</Fact>
  </>
)

/** State, people, times and version of a case. */
export const CaseFacts = ({ details, isClosed }: { details: CaseDetails; isClosed: boolean }) => (
  <DetailsSection title="Details">
    <Facts>
      <Fact name="State">
        <StateBadge state={details.status} />
      </Fact>
      {isOrder(details.caseData) ? (
        <OrderFacts data={details.caseData} />
      ) : (
        <ApprovalFacts data={details.caseData} isClosed={isClosed} />
      )}
      <Fact name="Created">
        <RelativeTime key={details.createdAt} at={details.createdAt} />
      </Fact>
      <Fact name="Updated">
        <RelativeTime key={details.updatedAt} at={details.updatedAt} />
      </Fact>
      <Fact name="Version">
        <span className="tabular-nums">{details.version}</span>
      </Fact>
    </Facts>
  </DetailsSection>
)
