import type { Metadata } from 'next'
import { ListPage, type SearchParams } from '../list-page'

export const metadata: Metadata = { title: 'Inbox' }

const InboxPage = ({ searchParams }: { searchParams: SearchParams }) => (
  <ListPage kind="approval" search={searchParams} />
)

export default InboxPage
