import type { Metadata } from 'next'
import { ListPage, type SearchParams } from '../list-page'

export const metadata: Metadata = { title: 'Orders' }

const OrdersPage = ({ searchParams }: { searchParams: SearchParams }) => (
  <ListPage kind="order" search={searchParams} />
)

export default OrdersPage
