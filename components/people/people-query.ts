import type { Role } from '@/temporal/contract/auth/actor'
import * as paths from '@/temporal/contract/paths'
import type { AccountStatus, PeopleSort } from '@/temporal/contract/people/people'

/** Query of the list of accounts. */
export interface PeopleQuery {
  q: string
  role: 'staff' | Role
  status?: AccountStatus | undefined
  sort: PeopleSort
  page: number
}

/** URL of the list of accounts, without default values. */
export const peopleHref = (query: PeopleQuery, change: Partial<PeopleQuery> = {}): string => {
  const { q, role, status, sort, page } = { ...query, ...change }
  return paths.people({
    q,
    role: role === 'staff' ? null : role,
    status,
    sort: sort === 'name' ? null : sort,
    page: page > 1 ? page : null,
  })
}
