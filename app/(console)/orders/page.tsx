import type { Metadata } from 'next'
import { WithCancelOrder } from '@/components/case/cancel/with-cancel-order'
import { CaseListPage, type SearchParams } from '../_lib/case-list-page'

export const metadata: Metadata = { title: 'Orders' }

const OrdersPage = ({ searchParams }: { searchParams: SearchParams }) => (
  <WithCancelOrder>
    <CaseListPage kind="order" search={searchParams} />
  </WithCancelOrder>
)

export default OrdersPage
