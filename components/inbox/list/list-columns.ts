/** The columns of a row: name, label and sort field. */

import type { SortField } from '@/temporal/contract/cases/case-filter'
import type { CaseKind } from '@/temporal/contract/cases/case-ids'

export type ColumnName =
  | 'case'
  | 'amount'
  | 'requester'
  | 'assignee'
  | 'group'
  | 'state'
  | 'due'
  | 'created'
  | 'updated'

export interface Column {
  name: ColumnName
  label: string
  sort: SortField
}

const CASE: Column = { name: 'case', label: 'Case', sort: 'title' }
const AMOUNT: Column = { name: 'amount', label: 'Amount', sort: 'amount' }
const STATE: Column = { name: 'state', label: 'State', sort: 'state' }
const UPDATED: Column = { name: 'updated', label: 'Updated', sort: 'updated' }

/** Orders have no assignee, group or deadline; their approvals have. */
export const COLUMNS: Record<CaseKind, readonly Column[]> = {
  approval: [
    CASE,
    AMOUNT,
    { name: 'requester', label: 'Requester', sort: 'requester' },
    { name: 'assignee', label: 'Assignee', sort: 'assignee' },
    { name: 'group', label: 'Group', sort: 'group' },
    STATE,
    { name: 'due', label: 'Due', sort: 'due' },
    UPDATED,
  ],
  order: [
    CASE,
    AMOUNT,
    { name: 'requester', label: 'Customer', sort: 'requester' },
    STATE,
    { name: 'created', label: 'Placed', sort: 'created' },
    UPDATED,
  ],
}
