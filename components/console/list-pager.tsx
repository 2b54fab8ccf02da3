import type { LucideIcon } from 'lucide-react'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { iconButtonClass } from '@/components/ui/button-style'
import { type CaseList, DEFAULT_LIMIT } from '@/temporal/contract/filter'
import { type InboxState, inboxHref } from './inbox-state'

const Step = ({ href, label, icon: Icon }: { href: string | null; label: string; icon: LucideIcon }) =>
  href ? (
    <a href={href} aria-label={label} title={label} className={iconButtonClass('ghost', 'sm')}>
      <Icon aria-hidden />
    </a>
  ) : (
    <span aria-hidden className={`${iconButtonClass('ghost', 'sm')} opacity-40`}>
      <Icon />
    </span>
  )

const count = (value: number) => value.toLocaleString('en-US')

/** Which part of the list this is, and the way to the next. */
export const ListPager = ({ list, state }: { list: CaseList; state: InboxState }) => {
  const { items, total, nextCursor, prevCursor } = list
  if (items.length === 0 && !prevCursor) return null
  const { first } = state
  const last = first + items.length - 1
  const before = Math.max(1, first - DEFAULT_LIMIT)
  return (
    <nav aria-label="Pages" className="flex items-center justify-center gap-2 text-xs text-muted">
      <Step
        href={
          prevCursor &&
          inboxHref(state, { cursor: before === 1 ? null : prevCursor, first: before, caseId: null })
        }
        label="Previous page"
        icon={ChevronLeft}
      />
      <span className="tabular-nums">
        {count(first)}–{count(last)} of {total.exact ? '' : 'about '}
        {count(Math.max(total.value, last))}
      </span>
      <Step
        href={nextCursor && inboxHref(state, { cursor: nextCursor, first: last + 1, caseId: null })}
        label="Next page"
        icon={ChevronRight}
      />
    </nav>
  )
}
