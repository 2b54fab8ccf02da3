'use client'

import { useQueryClient } from '@tanstack/react-query'
import { memo } from 'react'
import { cx } from '@/components/ui/cx'
import type { CaseItem, CaseView } from '@/temporal/contract/cases/case'
import { isolateText } from '@/temporal/contract/text/isolate-text'
import { CELL } from './case-cells'
import styles from './case-table.module.css'
import { COLUMNS } from './list-columns'
import { TABLE_ROLES } from './table-roles'

interface Props {
  item: CaseItem
  href: string
  isOpen: boolean
  /** The latest response no longer contains it. */
  isRemoved: boolean
  isSelected: boolean
  onSelect: (item: CaseItem, isRange: boolean) => void
}

/** A row of the list: in two lines, or in columns where the list is wide enough. */
export const CaseRow = memo(({ item, href, isOpen, isRemoved, isSelected, onSelect }: Props) => {
  const client = useQueryClient()
  // A row that left the list is not in its responses any more; the case itself may have been read since.
  const read = isRemoved ? client.getQueryData<CaseView>(['case', item.caseId])?.caseDetails : undefined
  const cell = { item, href, isRemoved, state: read?.status ?? item.status }
  return (
    <tr
      {...TABLE_ROLES.row}
      data-row={item.caseId}
      data-selected={isSelected}
      data-gone={isRemoved}
      aria-current={isOpen ? 'true' : undefined}
      className={styles.row}
    >
      <td {...TABLE_ROLES.cell} className={cx(styles.cell, styles.select)}>
        <label className={cx(styles.check, 'touch-target grid size-6 place-items-center')}>
          <input
            type="checkbox"
            aria-label={`Select ${isolateText(item.caseTitle)}`}
            checked={isSelected}
            onChange={({ nativeEvent }) => onSelect(item, (nativeEvent as MouseEvent).shiftKey === true)}
            className="size-4 accent-accent"
          />
        </label>
      </td>
      {COLUMNS[item.kind].map(({ name }) => {
        const Cell = CELL[name]
        return (
          <td key={name} {...TABLE_ROLES.cell} className={cx(styles.cell, styles[name])}>
            <Cell {...cell} />
          </td>
        )
      })}
    </tr>
  )
})
CaseRow.displayName = 'CaseRow'
