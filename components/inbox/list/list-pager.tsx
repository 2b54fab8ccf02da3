import type { LucideIcon } from 'lucide-react'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { iconButtonClass } from '@/components/ui/button-style'
import { RangeLabel } from '@/components/ui/range-label'
import type { CaseList } from '@/temporal/contract/cases/case-filter'
import type { InboxState } from '../inbox-state'
import { getPages } from './list-pages'

interface StepProps {
  href: string | null
  label: string
  keys: string
  icon: LucideIcon
}

const Step = ({ href, label, keys, icon: Icon }: StepProps) =>
  href ? (
    <a
      href={href}
      aria-label={label}
      aria-keyshortcuts={keys}
      title={`${label} (${keys})`}
      className={iconButtonClass('ghost', 'sm')}
    >
      <Icon aria-hidden />
    </a>
  ) : (
    <span aria-hidden className={`${iconButtonClass('ghost', 'sm')} opacity-40`}>
      <Icon />
    </span>
  )

/** Which rows of the list are shown, with links to the pages before and after. */
export const ListPager = ({ list, state }: { list: CaseList; state: InboxState }) => {
  const { items, total, prevCursor } = list
  if (items.length === 0 && !prevCursor) return null
  const { before, after } = getPages(state, list)
  return (
    <nav aria-label="Pages" className="flex items-center justify-center gap-2 text-xs text-muted">
      <Step href={before} label="Previous page" keys="[" icon={ChevronLeft} />
      <RangeLabel first={state.first} shown={items.length} total={total.value} isEstimate={!total.exact} />
      <Step href={after} label="Next page" keys="]" icon={ChevronRight} />
    </nav>
  )
}
