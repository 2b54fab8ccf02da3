'use client'

import { useSearchParams } from 'next/navigation'
import { Banner } from '@/components/ui/banner'
import { isolateText } from '@/temporal/contract/text/isolate-text'
import { truncateText } from '@/temporal/contract/text/truncate-text'
import { type InboxState, inboxHref, unknownFilters } from '../inbox-state'

/** Reports unknown filters and cases of the address, which were ignored. */
export const ListNotice = ({ state }: { state: InboxState }) => {
  const { filters, caseId } = unknownFilters(state, new URLSearchParams(useSearchParams()))
  if (filters.length === 0 && caseId === null) return null
  const names = filters.map((name) => `“${isolateText(truncateText(name, 60))}”`).join(', ')
  return (
    <Banner
      tone="waiting"
      className="basis-full"
      action={
        <a href={inboxHref(state, { cursor: state.cursor })} className="link shrink-0">
          Dismiss
        </a>
      }
    >
      {filters.length > 0 && (
        <p>
          Unknown {filters.length === 1 ? 'filter' : 'filters'} {names}{' '}
          {filters.length === 1 ? 'was' : 'were'} left out.
        </p>
      )}
      {caseId !== null && (
        <p>There is no case “{isolateText(truncateText(caseId, 60))}”: its id is not one of ours.</p>
      )}
    </Banner>
  )
}
