import type { Metadata } from 'next'
import { CaseListPage, type SearchParams } from '../_lib/case-list-page'

export const metadata: Metadata = { title: 'Orders' }

const OrdersPage = ({ searchParams }: { searchParams: SearchParams }) => (
  <CaseListPage kind="order" search={searchParams} />
)

export default OrdersPage
