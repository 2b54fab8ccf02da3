'use client'

import { Avatar } from '@/components/ui/avatar'
import { Money } from '@/components/ui/money'
import { RelativeTime } from '@/components/ui/relative-time'
import { StateBadge } from '@/components/ui/state-badge'
import type { ApprovalData, CaseDetails, OrderData } from '@/temporal/contract/cases/case'
import type { Person } from '@/temporal/contract/people/people'
import { DueTime } from './due-time'
import { Fact, Facts, Part } from './facts'
import { priorityWord } from './priority'
import { groupNameOf, useViewing } from './viewer'
import { isOrder } from './words'

const Someone = ({ person }: { person: Person }) => (
  <span className="inline-flex max-w-full items-center gap-1.5">
    <Avatar name={person.name} decorative />
    <span className="truncate">{person.name}</span>
  </span>
)

const ApprovalFacts = ({ data, isClosed }: { data: ApprovalData; isClosed: boolean }) => {
  const { groups } = useViewing()
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
        <Someone person={data.requester} />
      </Fact>
      <Fact name="Asked of">{groupNameOf(groups, data.group)}</Fact>
      <Fact name="Assigned to">
        {data.assignee ? <Someone person={data.assignee} /> : <span className="text-muted">Nobody</span>}
      </Fact>
      <Fact name="Priority">{priorityWord(data.priority)}</Fact>
    </>
  )
}

const OrderFacts = ({ data }: { data: OrderData }) => (
  <>
    <Fact name="Total">
      <Money cents={data.totalCents} currency={data.currency} />
    </Fact>
    <Fact name="Customer">
      <Someone person={data.customer} />
    </Fact>
    <Fact name="Purchased">{data.purchasedAt}</Fact>
  </>
)

/** State, people, times and version of a case. */
export const CaseFacts = ({ details, isClosed }: { details: CaseDetails; isClosed: boolean }) => (
  <Part title="Details">
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
  </Part>
)
