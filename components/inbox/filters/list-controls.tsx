'use client'

import ArrowUpDown from 'lucide-react/icons/arrow-up-down'
import ListFilter from 'lucide-react/icons/list-filter'
import { Button } from '@/components/ui/button'
import { closePopover, Popover } from '@/components/ui/popover'
import { SORTS } from '@/temporal/contract/cases/case-filter'
import { getListPath, type InboxState, inboxHref } from '../inbox-state'
import { sortLabel } from '../list-labels'
import { FilterFields } from './filter-fields'
import { NO_FILTERS } from './inbox-filters'
import { HiddenListState, submitListForm } from './list-form'
import { SearchBox } from './search-box'

const SortBox = ({ state }: { state: InboxState }) => (
  <form
    action={getListPath(state.kind)}
    onChange={(event) => submitListForm(event, state.kind)}
    className="relative shrink-0"
  >
    <HiddenListState state={state} without={['sort']} />
    <ArrowUpDown
      aria-hidden
      className="pointer-events-none absolute top-1/2 left-2 size-3.5 -translate-y-1/2 text-muted"
    />
    <select
      key={state.sort}
      name="sort"
      aria-label="Sort"
      defaultValue={state.sort}
      className="h-control w-8 appearance-none truncate rounded-md border border-line bg-surface pr-1 pl-7 text-ink hover:border-line-strong focus-visible:outline-offset-0 @[23rem]/list:w-28 @4xl/list:w-40"
    >
      {SORTS.map((sort) => (
        <option key={sort} value={sort}>
          {sortLabel(sort)}
        </option>
      ))}
    </select>
    <noscript>
      <Button type="submit" size="sm">
        Sort
      </Button>
    </noscript>
  </form>
)

const FilterBox = ({ state }: { state: InboxState }) => (
  <Popover
    label="Filter"
    trigger={<ListFilter aria-hidden />}
    className="flex size-control shrink-0 items-center justify-center rounded-md border border-line bg-surface text-muted hover:border-line-strong hover:text-ink [&_svg]:size-4"
    panelClassName="max-h-[calc(100dvh-1rem)] w-80 max-w-[calc(100vw-1rem)] overflow-y-auto p-3"
  >
    <form
      action={getListPath(state.kind)}
      onSubmit={(event) => {
        closePopover(event.currentTarget)
        submitListForm(event, state.kind)
      }}
      className="flex flex-col gap-3"
    >
      <HiddenListState state={state} without={Object.keys(NO_FILTERS)} />
      <FilterFields key={inboxHref(state, { caseId: null })} state={state} />
      <Button type="submit" variant="primary">
        Show
      </Button>
    </form>
  </Popover>
)

/** Search, filter and sort of a list. Each works as a plain form, too. */
export const ListControls = ({ state }: { state: InboxState }) => (
  <div className="flex items-center gap-1.5 @4xl/list:ml-auto @4xl/list:w-md">
    <SearchBox state={state} />
    <FilterBox state={state} />
    <SortBox state={state} />
  </div>
)
