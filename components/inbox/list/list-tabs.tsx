'use client'

import { useQuery } from '@tanstack/react-query'
import { countsQuery } from '@/components/case/queries'
import { Tabs } from '@/components/ui/tabs'
import type { CaseCounts, CaseList } from '@/temporal/contract/cases/case-filter'
import { canFilterAssignee, type InboxState, inboxHref, TABS, type Tab, toCountsQuery } from '../inbox-state'
import { LIST_TITLE, tabLabel } from '../list-labels'

/** Takes its place before it is known, so that its coming moves no tab. */
const TabCount = ({ value }: { value: number | null }) => (
  <span className="min-w-[2ch] text-xs tabular-nums">{value?.toLocaleString('en-US')}</span>
)

/**
 * How many cases a tab has under the filters that stay when it is chosen; null where that is not known.
 * @param list newest answer of the current tab, where it is one
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

/** The views of a list, each with its number of cases under the same filters. */
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

/** How many of the inbox's cases the viewer has not seen as they are now. */
export const UnreadCount = () => {
  const { data } = useQuery(countsQuery())
  if (!data?.unread) return null
  return (
    <span className="text-xs font-normal text-muted tabular-nums">
      {data.unread.toLocaleString('en-US')} unread for you
    </span>
  )
}
