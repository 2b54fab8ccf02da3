import type { Metadata } from 'next'
import { WithOrderActions } from '@/components/case/cancel/with-order-actions'
import { CaseListPage, type SearchParams } from '../_lib/case-list-page'

export const metadata: Metadata = { title: 'Orders' }

const OrdersPage = ({ searchParams }: { searchParams: SearchParams }) => (
  <WithOrderActions>
    <CaseListPage kind="order" search={searchParams} />
  </WithOrderActions>
)

export default OrdersPage
