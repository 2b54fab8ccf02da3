import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { cx } from '@/components/ui/cx'
import { RelativeTime } from '@/components/ui/relative-time'
import { paths } from '@/temporal/contract/paths'
import type { AccountStatus, PeopleSort, Role } from '@/temporal/contract/people/people'
import { ROLE_LABEL } from '../ui/role-labels'
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

/** The head of a column that can be sorted by; pressed again it turns round. */
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
  const isUp = query.sort === by
  const isDown = query.sort === `-${by}`
  const next: PeopleSort = isUp || (by === 'seen' && !isDown) ? `-${by}` : by
  const Arrow = isDown ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      aria-sort={isUp ? 'ascending' : isDown ? 'descending' : undefined}
      className={cx(CELL, 'py-0', className)}
    >
      <Link
        href={peopleHref(query, { sort: next, page: 1 })}
        prefetch={false}
        className="inline-flex min-h-9 items-center gap-1 font-medium hover:text-ink pointer-coarse:min-h-11"
      >
        {children}
        {(isUp || isDown) && <Arrow aria-hidden className="size-3.5" />}
      </Link>
    </th>
  )
}

const Seen = ({ at }: { at: Date | null }) =>
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
            {person.name}
          </Link>
          <span className="block truncate text-xs text-muted">{person.email}</span>
          <span className="block truncate text-xs text-muted md:hidden">
            {ROLE_LABEL[person.role]} · <Seen at={person.lastSeenAt} />
          </span>
        </div>
      </div>
    </th>
    <td className={cx(CELL, 'max-md:hidden')}>{ROLE_LABEL[person.role]}</td>
    <td className={cx(CELL, 'max-md:hidden')}>
      <span className="block max-w-56 truncate text-muted">
        {person.groups.map(({ name }) => name).join(', ') || 'none'}
      </span>
    </td>
    <td className={cx(CELL, 'whitespace-nowrap text-muted max-md:hidden')}>
      <Seen at={person.lastSeenAt} />
    </td>
    <td className={CELL}>
      <AccountStatusBadge status={person.status} />
    </td>
  </tr>
)

/** Accounts, sorted by the server. */
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
