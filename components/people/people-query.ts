import { paths } from '@/temporal/contract/paths'
import type { AccountStatus, PeopleSort, Role } from '@/temporal/contract/people/people'

/** What a page of people was asked for. */
export interface PeopleQuery {
  q: string
  role: 'staff' | Role
  status?: AccountStatus | undefined
  sort: PeopleSort
  page: number
}

/** The address of a page of people; defaults are left out. */
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
