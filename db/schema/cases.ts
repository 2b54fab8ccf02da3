/** The projection of cases: rows written by workflows through activities, dropped and rebuilt at will. */

import { type SQL, sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import type { StreamCode, StreamParams } from '../../temporal/contract/cases/activity-stream'
import type { WorkflowView } from '../../temporal/contract/cases/case'
import { CASE_KINDS, type CaseKind } from '../../temporal/contract/cases/case-ids'
import type { Person } from '../../temporal/contract/people/people'
import { CASE_STATES, type CaseState, WAITING_FOR } from '../../temporal/contract/states'
import { user } from './auth'

const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

export const caseKindEnum = pgEnum('case_kind', CASE_KINDS as [CaseKind, ...CaseKind[]])
export const caseStateEnum = pgEnum('case_state', CASE_STATES as [CaseState, ...CaseState[]])
export const waitingForEnum = pgEnum('waiting_for', WAITING_FOR)

/** What a sort by title compares: letters alike, and short enough for an index whatever a title holds. */
export const titleSortKey = (title: AnyPgColumn): SQL<string> => sql<string>`left(lower(${title}), 200)`

/** What a sort by a person compares; null where there is nobody. */
export const nameSortKey = (person: AnyPgColumn): SQL<string | null> =>
  sql<string | null>`left(lower(${person} ->> 'name'), 200)`

export const cases = pgTable(
  'cases',
  {
    caseId: text('case_id').primaryKey(),
    kind: caseKindEnum('kind').notNull(),
    state: caseStateEnum('state').notNull(),
    isOpen: boolean('is_open').notNull(),
    number: text('number').notNull(),
    title: text('title').notNull(),
    submitter: jsonb('submitter').$type<Person>().notNull(),
    assignee: jsonb('assignee').$type<Person>(),
    assigneeId: text('assignee_id'),
    groupId: text('group_id'),
    priority: integer('priority').notNull(),
    amountCents: bigint('amount_cents', { mode: 'number' }),
    currency: text('currency'),
    waitingFor: waitingForEnum('waiting_for'),
    dueAt: at('due_at'),
    /** The order of an approval, so that a search for the order's id finds both. */
    orderId: text('order_id'),
    /** Title, people, ids, ordered products and the customer's e-mail, lower case: what `q` looks in. */
    searchText: text('search_text').notNull(),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
    /** The run that wrote this row, and the order of runs: see decision on resets. */
    runId: text('run_id').notNull(),
    version: integer('version').notNull(),
    /** Whole view with its stream emptied; the answer once the workflow is gone. */
    snapshot: jsonb('snapshot').$type<WorkflowView>().notNull(),
    requestHash: text('request_hash'),
    writtenAt: at('written_at').notNull().defaultNow(),
  },
  (table) => [
    index('cases_inbox_created').on(table.kind, table.isOpen, table.createdAt, table.caseId),
    index('cases_inbox_updated').on(table.kind, table.isOpen, table.updatedAt, table.caseId),
    index('cases_inbox_due').on(table.kind, table.isOpen, table.dueAt, table.caseId),
    index('cases_inbox_amount').on(table.kind, table.isOpen, table.amountCents, table.caseId),
    index('cases_inbox_priority').on(table.kind, table.isOpen, table.priority, table.caseId),
    index('cases_inbox_title').on(table.kind, table.isOpen, titleSortKey(table.title), table.caseId),
    index('cases_inbox_requester').on(table.kind, table.isOpen, nameSortKey(table.submitter), table.caseId),
    index('cases_inbox_assignee').on(table.kind, table.isOpen, nameSortKey(table.assignee), table.caseId),
    index('cases_inbox_state').on(table.kind, table.isOpen, table.state, table.caseId),
    index('cases_inbox_group').on(table.kind, table.isOpen, table.groupId, table.caseId),
    index('cases_assignee').on(table.assigneeId).where(sql`${table.isOpen}`),
    index('cases_order_id').on(table.orderId),
    index('cases_attention').on(table.caseId).where(sql`${table.waitingFor} = 'attention'`),
    // What a web process asks for after its listener was away: everything written since.
    index('cases_written_at').on(table.writtenAt),
    index('cases_search').using('gin', sql`${table.searchText} gin_trgm_ops`),
  ],
)

/**
 * What each person saw of each case. No key to `cases`: rows there are dropped and rebuilt, and a person may see a case
 * in its workflow before its row is written.
 */
export const caseReads = pgTable(
  'case_reads',
  {
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    caseId: text('case_id').notNull(),
    /** 0 where they marked it as unread. */
    version: integer('version').notNull(),
    readAt: at('read_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.caseId] })],
)

/** The activity stream of every case, in the order its workflow numbered it. */
export const caseEvents = pgTable(
  'case_events',
  {
    caseId: text('case_id').notNull(),
    id: integer('id').notNull(),
    /** The run that wrote the entry: after a reset the new run replaces the old run's later entries. */
    runId: text('run_id').notNull(),
    code: text('code').$type<StreamCode>().notNull(),
    params: jsonb('params').$type<StreamParams>().notNull(),
    sender: jsonb('sender').$type<Person>().notNull(),
    at: at('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.id] })],
)
