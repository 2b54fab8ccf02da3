import { LinkButton } from '@/components/ui/link-button'
import { type PeopleQuery, peopleHref } from './people-query'

const count = (value: number) => value.toLocaleString('en-US')

/** Which part of the list this is, and the way to the others. */
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
  const last = first + shown - 1
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-3 text-muted">
      <span className="tabular-nums">
        {count(first)}–{count(last)} of {count(total)}
      </span>
      <span className="flex gap-2">
        {query.page > 1 && (
          <LinkButton size="sm" href={peopleHref(query, { page: query.page - 1 })} prefetch={false}>
            Previous
          </LinkButton>
        )}
        {last < total && (
          <LinkButton size="sm" href={peopleHref(query, { page: query.page + 1 })} prefetch={false}>
            Next
          </LinkButton>
        )}
      </span>
    </nav>
  )
}
