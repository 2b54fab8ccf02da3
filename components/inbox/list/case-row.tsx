'use client'

import { useQueryClient } from '@tanstack/react-query'
import { memo } from 'react'
import { priorityLabel } from '@/components/case/priority-labels'
import { getGroupName, useViewer } from '@/components/case/viewer-context'
import { cx } from '@/components/ui/cx'
import { Money } from '@/components/ui/money'
import { UserText } from '@/components/ui/user-text'
import type { CaseItem, CaseView } from '@/temporal/contract/cases/case'
import { type CaseState, isTerminal } from '@/temporal/contract/states'
import { isolateText } from '@/temporal/contract/text/isolate-text'
import { Ago, Assignee, Due, Requester, StateCell } from './case-cells'
import styles from './case-table.module.css'
import visibility from './cell-visibility.module.css'
import { COLUMNS, type ColumnName } from './list-columns'
import { TABLE_ROLES } from './table-roles'

interface CellProps {
  item: CaseItem
  href: string
  isRemoved: boolean
  state: CaseState
}

const Title = ({ item: { caseId, caseTitle, priority, isUnread }, href }: CellProps) => (
  <span className="flex min-w-0 flex-1 items-baseline">
    {isUnread && (
      <>
        <span aria-hidden className={styles.dot} />
        <span className="sr-only">Unread: </span>
      </>
    )}
    <a
      href={href}
      data-case={caseId}
      title={caseTitle}
      className={cx(styles.link, 'min-w-0 truncate', isUnread ? 'font-semibold' : 'font-normal')}
    >
      <UserText>{caseTitle}</UserText>
    </a>
    {priority > 0 && (
      <span className={cx('ml-2 shrink-0 text-xs text-waiting', visibility.priority)}>
        {priorityLabel(priority)}
      </span>
    )}
  </span>
)

const Group = ({ item: { group } }: CellProps) => {
  const { groups } = useViewer()
  return group && <UserText>{getGroupName(groups, group)}</UserText>
}

const CELL: Record<ColumnName, (props: CellProps) => React.ReactNode> = {
  case: Title,
  amount: ({ item: { amountCents, currency } }) =>
    amountCents !== null && currency && <Money cents={amountCents} currency={currency} />,
  requester: Requester,
  assignee: ({ item }) => <Assignee person={item.assignee[0]} isOver={isTerminal(item.status)} />,
  group: Group,
  state: StateCell,
  due: Due,
  created: ({ item }) => <Ago at={item.createdAt} />,
  updated: ({ item }) => <Ago at={item.updatedAt} />,
}

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
