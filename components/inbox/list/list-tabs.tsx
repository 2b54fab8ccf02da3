'use client'

import { useQuery } from '@tanstack/react-query'
import { countsQuery } from '@/components/case/queries'
import { formatCount } from '@/components/ui/format-count'
import { Tabs } from '@/components/ui/tabs'
import type { CaseCounts, CaseList } from '@/temporal/contract/cases/case-filter'
import { canFilterAssignee, type InboxState, inboxHref, TABS, type Tab, toCountsQuery } from '../inbox-state'
import { LIST_TITLE, tabLabel } from '../list-labels'

/** Reserves its space before the count is known, so that no tab moves. */
const TabCount = ({ value }: { value: number | null }) => (
  <span className="min-w-[2ch] text-xs tabular-nums">{value !== null && formatCount(value)}</span>
)

/**
 * Number of cases of a tab under the filters that stay when it is chosen; null where unknown.
 * @param list latest response of the current tab, or null
 */
const getTabCount = (
  state: InboxState,
  tab: Tab,
  counts: CaseCounts | undefined,
  list: CaseList | null,
): number | null => {
  if (tab === state.tab && (tab === 'closed' || state.state || state.assignee))
    return list?.total.exact ? list.total.value : null
  if (!counts || (state.assignee && canFilterAssignee({ kind: state.kind, tab }))) return null
  return counts[tab]
}

/** The tabs of a list with their counts. */
export const ListTabs = ({ state, list }: { state: InboxState; list: CaseList | null }) => {
  const { data: counts } = useQuery(countsQuery(toCountsQuery(state)))
  return (
    <Tabs
      label={`Views of ${LIST_TITLE[state.kind]}`}
      className="-mx-1"
      items={TABS[state.kind].map((tab) => ({
        href: inboxHref(state, { tab, state: null, caseId: null }),
        label: (
          <>
            {tabLabel(state.kind, tab)}
            <TabCount value={getTabCount(state, tab, counts, list)} />
          </>
        ),
        current: tab === state.tab,
      }))}
    />
  )
}

/** Number of unread cases of the inbox. */
export const UnreadCount = () => {
  const { data } = useQuery(countsQuery())
  if (!data?.unread) return null
  return (
    <span className="text-xs font-normal text-muted tabular-nums">
      {formatCount(data.unread)} unread for you
    </span>
  )
}
