import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ACCOUNTS_PER_PAGE, listAccounts } from '@/app/_server/people/list-accounts'
import { PeopleFilter } from '@/components/people/people-filter'
import { PeopleFrame } from '@/components/people/people-frame'
import { PeoplePager } from '@/components/people/people-pager'
import { peopleHref } from '@/components/people/people-query'
import { PeopleTable } from '@/components/people/people-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import * as paths from '@/temporal/contract/paths'
import { ListAccounts } from '@/temporal/contract/schemas/people-request'
import { getRequestContext } from '../_lib/request-context'
import { requireAdmin } from '../_lib/require-admin'

export const metadata: Metadata = { title: 'People' }

const PeoplePage = async ({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) => {
  await requireAdmin(paths.people())
  const query = ListAccounts.parse(await searchParams)
  const { items, total } = await listAccounts(await getRequestContext(), query)
  // A page beyond the last one: its people have another role or status by now.
  if (items.length === 0 && total > 0)
    redirect(peopleHref(query, { page: Math.ceil(total / ACCOUNTS_PER_PAGE) }))
  return (
    <PeopleFrame
      tab="people"
      title="People"
      intro="Who may sign in, what they may do, and when they were last here."
      actions={
        <LinkButton href={paths.invitePerson()} variant="primary">
          Invite
        </LinkButton>
      }
      isWide
    >
      <PeopleFilter query={query} key={peopleHref(query)} />
      {items.length > 0 ? (
        <>
          <PeopleTable people={items} query={query} />
          <PeoplePager query={query} total={total} shown={items.length} pageSize={ACCOUNTS_PER_PAGE} />
        </>
      ) : (
        <EmptyState
          title="Nobody matches"
          action={
            <LinkButton href={paths.people()} prefetch={false}>
              Show all staff
            </LinkButton>
          }
        >
          Try another name, role or status. Customers are listed under their role.
        </EmptyState>
      )}
    </PeopleFrame>
  )
}

export default PeoplePage
