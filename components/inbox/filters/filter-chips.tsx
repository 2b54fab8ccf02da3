'use client'

import X from 'lucide-react/icons/x'
import { useViewer } from '@/components/case/viewer-context'
import { type InboxState, inboxHref } from '../inbox-state'
import { getFilterChips } from '../list-labels'
import { NO_FILTERS } from './inbox-filters'

/** The active filters; each is a link to the list without it. */
export const FilterChips = ({ state }: { state: InboxState }) => {
  const chips = getFilterChips(state, useViewer().groups)
  if (chips.length === 0) return null
  return (
    <ul aria-label="Filters" className="flex flex-wrap gap-1.5">
      {chips.map(({ name, label }) => (
        <li key={name}>
          <a
            href={inboxHref(state, { [name]: null })}
            aria-label={`Remove filter: ${label}`}
            className="touch-target inline-flex h-6 items-center gap-1 rounded-full border border-line bg-surface pr-1.5 pl-2.5 text-xs hover:bg-hover"
          >
            {label}
            <X aria-hidden className="size-3 text-muted" />
          </a>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <a
            href={inboxHref(state, NO_FILTERS)}
            className="inline-flex h-6 items-center px-1 text-xs text-muted hover:text-ink"
          >
            Clear all
          </a>
        </li>
      )}
    </ul>
  )
}
