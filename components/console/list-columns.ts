/** The facts of a row, each with what it is called and how a list is sorted by it. */

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
  word: string
  sort: SortField
}

const CASE: Column = { name: 'case', word: 'Case', sort: 'title' }
const AMOUNT: Column = { name: 'amount', word: 'Amount', sort: 'amount' }
const STATE: Column = { name: 'state', word: 'State', sort: 'state' }
const UPDATED: Column = { name: 'updated', word: 'Updated', sort: 'updated' }

/** Orders have neither an assignee nor a group nor a deadline of their own: their approval has. */
export const COLUMNS: Record<CaseKind, readonly Column[]> = {
  approval: [
    CASE,
    AMOUNT,
    { name: 'requester', word: 'Requester', sort: 'requester' },
    { name: 'assignee', word: 'Assignee', sort: 'assignee' },
    { name: 'group', word: 'Group', sort: 'group' },
    STATE,
    { name: 'due', word: 'Due', sort: 'due' },
    UPDATED,
  ],
  order: [
    CASE,
    AMOUNT,
    { name: 'requester', word: 'Customer', sort: 'requester' },
    STATE,
    { name: 'created', word: 'Placed', sort: 'created' },
    UPDATED,
  ],
}
