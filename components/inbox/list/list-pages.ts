/** Links to the neighbouring pages. */

import { type CaseList, DEFAULT_LIMIT } from '@/temporal/contract/cases/case-filter'
import { type InboxState, inboxHref } from '../inbox-state'

export interface Pages {
  before: string | null
  after: string | null
}

/** URLs of the pages before and after this one, or null. */
export const getPages = (state: InboxState, list: CaseList | null): Pages => {
  if (!list) return { before: null, after: null }
  const { items, nextCursor, prevCursor } = list
  const first = Math.max(1, state.first - DEFAULT_LIMIT)
  const cursor = first === 1 ? null : prevCursor
  return {
    before: prevCursor && inboxHref(state, { cursor, first, caseId: null }),
    after:
      nextCursor && inboxHref(state, { cursor: nextCursor, first: state.first + items.length, caseId: null }),
  }
}
