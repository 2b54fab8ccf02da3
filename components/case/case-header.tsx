'use client'

import ArrowUpRight from 'lucide-react/icons/arrow-up-right'
import type { ReactNode } from 'react'
import { Money } from '@/components/ui/money'
import { StateBadge } from '@/components/ui/state-badge'
import type { ApprovalData, CaseView, OrderData } from '@/temporal/contract/cases/case'
import * as paths from '@/temporal/contract/paths'
import { isTerminal } from '@/temporal/contract/states'
import { isOrder } from './case-labels'
import { DueTime } from './due-time'

const getAmount = (data: ApprovalData | OrderData): { cents: number; currency: string } | null => {
  if (isOrder(data)) return { cents: data.totalCents, currency: data.currency }
  return data.amountCents !== null && data.currency !== null
    ? { cents: data.amountCents, currency: data.currency }
    : null
}

/** Link to the order of an approval, or to the approval of an order. */
const getRelatedLink = (data: ApprovalData | OrderData): { href: string; label: string } | null => {
  if (isOrder(data)) {
    return data.approval ? { href: paths.casePage(data.approval.approvalId), label: 'View approval' } : null
  }
  return data.orderId ? { href: paths.casePage(data.orderId), label: 'View order' } : null
}

/** Title (`children`), amount and state of a case. */
export const CaseHeader = ({ view: { caseDetails }, children }: { view: CaseView; children: ReactNode }) => {
  const { caseData, status, dueAt } = caseDetails
  const amount = getAmount(caseData)
  const other = getRelatedLink(caseData)
  return (
    <header className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {children}
        {amount && <Money {...amount} className="text-lg leading-6 font-semibold" />}
        <StateBadge state={status} />
        {dueAt && !isTerminal(status) && <DueTime at={dueAt} className="text-muted" />}
      </div>
      {other && (
        <p>
          <a href={other.href} className="link inline-flex min-h-6 items-center gap-0.5 text-xs">
            {other.label}
            <ArrowUpRight aria-hidden className="size-3" />
          </a>
        </p>
      )}
    </header>
  )
}
