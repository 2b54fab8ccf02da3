import type { Role } from '@/temporal/contract/auth/actor'
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
  const search = new URLSearchParams({
    ...(q ? { q } : {}),
    ...(role === 'staff' ? {} : { role }),
    ...(status ? { status } : {}),
    ...(sort === 'name' ? {} : { sort }),
    ...(page > 1 ? { page: String(page) } : {}),
  })
  return search.size > 0 ? `/people?${search}` : '/people'
}
