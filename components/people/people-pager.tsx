import { LinkButton } from '@/components/ui/link-button'
import { RangeLabel } from '@/components/ui/range-label'
import { type PeopleQuery, peopleHref } from './people-query'

/** Which accounts are shown, with links to the pages before and after. */
export const PeoplePager = ({
  query,
  total,
  shown,
  pageSize,
}: {
  query: PeopleQuery
  total: number
  shown: number
  pageSize: number
}) => {
  const first = (query.page - 1) * pageSize + 1
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-3 text-muted">
      <RangeLabel first={first} shown={shown} total={total} />
      <span className="flex gap-2">
        {query.page > 1 && (
          <LinkButton size="sm" href={peopleHref(query, { page: query.page - 1 })} prefetch={false}>
            Previous
          </LinkButton>
        )}
        {first + shown - 1 < total && (
          <LinkButton size="sm" href={peopleHref(query, { page: query.page + 1 })} prefetch={false}>
            Next
          </LinkButton>
        )}
      </span>
    </nav>
  )
}
