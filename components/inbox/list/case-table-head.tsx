import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { useEffect, useRef } from 'react'
import { cx } from '@/components/ui/cx'
import type { Sort, SortField } from '@/temporal/contract/cases/case-filter'
import { type InboxState, inboxHref } from '../inbox-state'
import styles from './case-table.module.css'
import { COLUMNS, type Column } from './list-columns'
import { TABLE_ROLES } from './table-roles'

/** Fields that sort descending first: the newest, the largest. */
const DESCENDING_FIRST: readonly SortField[] = ['amount', 'created', 'updated', 'priority']

const nextSort = (field: SortField, now: Sort): Sort => {
  if (now === field) return `-${field}`
  if (now === `-${field}`) return field
  return DESCENDING_FIRST.includes(field) ? `-${field}` : field
}

const ariaSort = (field: SortField, now: Sort) => {
  if (now === field) return 'ascending'
  return now === `-${field}` ? 'descending' : undefined
}

const Header = ({ column: { name, label, sort }, state }: { column: Column; state: InboxState }) => {
  const sorted = ariaSort(sort, state.sort)
  const Arrow = sorted === 'descending' ? ArrowDown : ArrowUp
  return (
    <th
      {...TABLE_ROLES.columnheader}
      scope="col"
      aria-sort={sorted}
      className={cx(
        styles.cell,
        styles[name],
        'sticky top-0 z-10 bg-surface text-left text-xs font-medium text-muted',
      )}
    >
      <a
        href={inboxHref(state, { sort: nextSort(sort, state.sort) })}
        className="inline-flex h-8 items-center gap-1 rounded hover:text-ink focus-visible:-outline-offset-2"
      >
        {label}
        {sorted && <Arrow aria-hidden className="size-3" />}
      </a>
    </th>
  )
}

interface Props {
  state: InboxState
  /** How many rows of the page are selected. */
  selected: 'all' | 'some' | 'none'
  onSelectAll: () => void
}

/** The column headers; each sorts the list and toggles the direction. */
export const CaseTableHead = ({ state, selected, onSelectAll }: Props) => {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = selected === 'some'
  }, [selected])
  return (
    <thead {...TABLE_ROLES.rowgroup} className={styles.head}>
      <tr {...TABLE_ROLES.row}>
        <th
          {...TABLE_ROLES.columnheader}
          scope="col"
          className={cx(styles.cell, styles.select, 'sticky top-0 z-10 bg-surface')}
        >
          <label className="grid size-6 place-items-center">
            <input
              ref={box}
              type="checkbox"
              aria-label="Select all on this page"
              checked={selected === 'all'}
              onChange={onSelectAll}
              className="size-4 accent-accent"
            />
          </label>
        </th>
        {COLUMNS[state.kind].map((column) => (
          <Header key={column.name} column={column} state={state} />
        ))}
      </tr>
    </thead>
  )
}
