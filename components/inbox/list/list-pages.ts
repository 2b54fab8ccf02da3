/** Links to the neighbouring pages. */

import { type CaseList, DEFAULT_LIMIT } from '@/temporal/contract/cases/case-filter'
import { type InboxState, inboxHref } from '../inbox-state'

export interface Pages {
  before: string | null
  after: string | null
}

/** The first row of the last page, as far as it is known. */
const lastPageStart = (state: InboxState, { total }: CaseList): number =>
  Math.max(1, total.exact ? total.value - DEFAULT_LIMIT + 1 : state.first - DEFAULT_LIMIT)

/** URL to show in place of a page that decisions emptied: the page before it, or the first; null for any other page. */
export const getPageBeforeEmpty = (state: InboxState, list: CaseList | null): string | null => {
  if (!list || list.items.length > 0 || state.cursor === null) return null
  const first = lastPageStart(state, list)
  return inboxHref(state, { cursor: first === 1 ? null : list.prevCursor, first })
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
