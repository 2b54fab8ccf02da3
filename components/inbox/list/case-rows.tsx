'use client'

import type { KeyboardEvent, MouseEvent } from 'react'
import type { CaseItem } from '@/temporal/contract/cases/case'
import { type InboxState, inboxHref } from '../inbox-state'
import type { SelectionHandle } from '../selection/use-selection'
import { CaseRow } from './case-row'
import styles from './case-table.module.css'
import { CaseTableHead } from './case-table-head'
import { getRowLink, moveRowFocus } from './row-focus'
import { TABLE_ROLES } from './table-roles'

const STEP: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 }

/** Arrow keys move from row to row, also beside an open case, where they scroll otherwise. */
const onArrowKey = (event: KeyboardEvent<HTMLElement>) => {
  const step = STEP[event.key]
  if (!step || event.shiftKey || event.metaKey || event.ctrlKey || event.altKey) return
  if (moveRowFocus(step)) event.preventDefault()
}

interface Props {
  label: string
  rows: readonly CaseItem[]
  removedIds: ReadonlySet<string>
  state: InboxState
  freezeHandlers: { onPointerEnter: () => void; onPointerLeave: () => void }
  selecting: SelectionHandle
  onSelect: (item: CaseItem, isRange: boolean) => void
}

const toSelectedState = (rows: readonly CaseItem[], { items }: SelectionHandle['selection']) => {
  const count = rows.filter(({ caseId }) => items.has(caseId)).length
  if (count === 0) return 'none'
  return count === rows.length ? 'all' : 'some'
}

/** The rows of a list: a table, or two lines each where the list is narrow. */
export const CaseRows = ({ label, rows, removedIds, state, freezeHandlers, selecting, onSelect }: Props) => {
  const { selection, toggleAll } = selecting
  /** A click anywhere in a row opens it; with Shift it selects the range up to it. */
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const target = event.target as Element
    const caseId = target.closest<HTMLElement>('[data-row]')?.dataset.row
    const item = rows.find((row) => row.caseId === caseId)
    if (!item || target.closest('label')) return
    if (event.shiftKey) {
      event.preventDefault()
      getSelection()?.removeAllRanges()
      onSelect(item, true)
      return
    }
    const hasWords = !getSelection()?.isCollapsed
    if (!target.closest('a') && !hasWords) getRowLink(item.caseId)?.click()
  }
  return (
    <table
      {...TABLE_ROLES.table}
      aria-label={label}
      data-kind={state.kind}
      data-selecting={selection.items.size > 0}
      onKeyDown={onArrowKey}
      onClick={onClick}
      {...freezeHandlers}
      className={styles.table}
    >
      <CaseTableHead state={state} selected={toSelectedState(rows, selection)} onSelectAll={toggleAll} />
      <tbody {...TABLE_ROLES.rowgroup} className={styles.body}>
        {rows.map((item) => (
          <CaseRow
            key={item.caseId}
            item={item}
            href={inboxHref(state, { caseId: item.caseId })}
            isOpen={item.caseId === state.caseId}
            isRemoved={removedIds.has(item.caseId)}
            isSelected={selection.items.has(item.caseId)}
            onSelect={onSelect}
          />
        ))}
      </tbody>
    </table>
  )
}
