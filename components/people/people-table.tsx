import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { cx } from '@/components/ui/cx'
import { RelativeTime } from '@/components/ui/relative-time'
import { ROLE_LABEL } from '@/components/ui/role-labels'
import { UserText } from '@/components/ui/user-text'
import type { Role } from '@/temporal/contract/auth/actor'
import * as paths from '@/temporal/contract/paths'
import type { AccountStatus, PeopleSort } from '@/temporal/contract/people/people'
import { isolateText } from '@/temporal/contract/text/isolate-text'
import { AccountStatusBadge } from './account-status-badge'
import { type PeopleQuery, peopleHref } from './people-query'

interface Row {
  id: string
  name: string
  email: string
  role: Role
  status: AccountStatus
  lastSeenAt: Date | null
  groups: { id: string; name: string }[]
}

const CELL = 'px-3 py-2 text-left align-middle first:pl-4 last:pr-4'

/** Header of a sortable column; toggles the direction. */
const SortHead = ({
  query,
  by,
  className,
  children,
}: {
  query: PeopleQuery
  by: 'name' | 'role' | 'seen'
  className?: string
  children: ReactNode
}) => {
  const isAscending = query.sort === by
  const isDescending = query.sort === `-${by}`
  const next: PeopleSort = isAscending || (by === 'seen' && !isDescending) ? `-${by}` : by
  const Arrow = isDescending ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      aria-sort={isAscending ? 'ascending' : isDescending ? 'descending' : undefined}
      className={cx(CELL, 'py-0', className)}
    >
      <Link
        href={peopleHref(query, { sort: next, page: 1 })}
        prefetch={false}
        className="inline-flex min-h-9 items-center gap-1 font-medium hover:text-ink pointer-coarse:min-h-11"
      >
        {children}
        {(isAscending || isDescending) && <Arrow aria-hidden className="size-3.5" />}
      </Link>
    </th>
  )
}

const LastSeen = ({ at }: { at: Date | null }) =>
  at ? <RelativeTime at={at.toISOString()} /> : <span>never seen</span>

const PersonRow = ({ person }: { person: Row }) => (
  <tr className="border-t border-line/60 hover:bg-hover">
    <th scope="row" className={cx(CELL, 'w-full max-w-0 font-normal')}>
      <div className="flex min-w-0 items-center gap-2.5">
        <Avatar name={person.name} decorative />
        <div className="min-w-0">
          <Link
            href={paths.person(person.id)}
            prefetch={false}
            className="block min-h-6 truncate leading-6 font-medium hover:underline"
          >
            <UserText>{person.name}</UserText>
          </Link>
          <span className="block truncate text-xs text-muted">
            <UserText>{person.email}</UserText>
          </span>
          <span className="block truncate text-xs text-muted md:hidden">
            {ROLE_LABEL[person.role]} · <LastSeen at={person.lastSeenAt} />
          </span>
        </div>
      </div>
    </th>
    <td className={cx(CELL, 'max-md:hidden')}>{ROLE_LABEL[person.role]}</td>
    <td className={cx(CELL, 'max-md:hidden')}>
      <span className="block max-w-56 truncate text-muted">
        {person.groups.map(({ name }) => isolateText(name)).join(', ') || 'none'}
      </span>
    </td>
    <td className={cx(CELL, 'whitespace-nowrap text-muted max-md:hidden')}>
      <LastSeen at={person.lastSeenAt} />
    </td>
    <td className={CELL}>
      <AccountStatusBadge status={person.status} />
    </td>
  </tr>
)

/** Table of accounts, sorted by the server. */
export const PeopleTable = ({ people, query }: { people: readonly Row[]; query: PeopleQuery }) => (
  <div className="overflow-hidden rounded-lg border border-line bg-surface">
    <table className="w-full">
      <caption className="sr-only">Accounts</caption>
      <thead className="text-xs text-muted">
        <tr>
          <SortHead query={query} by="name">
            Name
          </SortHead>
          <SortHead query={query} by="role" className="max-md:hidden">
            Role
          </SortHead>
          <th scope="col" className={cx(CELL, 'font-medium max-md:hidden')}>
            Groups
          </th>
          <SortHead query={query} by="seen" className="whitespace-nowrap max-md:hidden">
            Last seen
          </SortHead>
          <th scope="col" className={cx(CELL, 'font-medium')}>
            Status
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </tbody>
    </table>
  </div>
)
