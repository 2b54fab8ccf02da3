import type { Metadata } from 'next'
import { CaseListPage, type SearchParams } from '../_lib/case-list-page'

export const metadata: Metadata = { title: 'Inbox' }

const InboxPage = ({ searchParams }: { searchParams: SearchParams }) => (
  <CaseListPage kind="approval" search={searchParams} />
)

export default InboxPage
