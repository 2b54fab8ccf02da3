/** The projection of cases: written by workflows through activities; it can be dropped and rebuilt. */

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
} from 'drizzle-orm/pg-core'
import type { Person } from '../../temporal/contract/auth/actor'
import type { StreamCode, StreamParams } from '../../temporal/contract/cases/activity-stream'
import type { WorkflowView } from '../../temporal/contract/cases/case'
import { CASE_KINDS, type CaseKind } from '../../temporal/contract/cases/case-ids'
import { CASE_STATES, type CaseState, WAITING_FOR } from '../../temporal/contract/states'
import { user } from './auth'
import { at } from './timestamp-column'

export const caseKindEnum = pgEnum('case_kind', CASE_KINDS as [CaseKind, ...CaseKind[]])
export const caseStateEnum = pgEnum('case_state', CASE_STATES as [CaseState, ...CaseState[]])
export const waitingForEnum = pgEnum('waiting_for', WAITING_FOR)

/** The sort key of titles: case-insensitive, and short enough for an index. */
export const titleSortKey = (title: AnyPgColumn): SQL<string> => sql<string>`left(lower(${title}), 200)`

/** The sort key of a person's name; null without a person. */
export const nameSortKey = (person: AnyPgColumn): SQL<string | null> =>
  sql<string | null>`left(lower(${person} ->> 'name'), 200)`

/**
 * True for a row whose search text is only in lower case, as workers wrote it before texts were folded. Folding changes
 * no ASCII in lower case, so those rows count as folded.
 */
export const isUnfolded = (table: Record<'searchText' | 'foldedVersion' | 'version', AnyPgColumn>): SQL =>
  sql`(${table.foldedVersion} is distinct from ${table.version} and octet_length(${table.searchText}) <> char_length(${table.searchText}))`

export const cases = pgTable(
  'cases',
  {
    caseId: text('case_id').primaryKey(),
    kind: caseKindEnum('kind').notNull(),
    state: caseStateEnum('state').notNull(),
    isOpen: boolean('is_open').notNull(),
    number: text('number').notNull(),
    title: text('title').notNull(),
    /** What it is about; null for rows that an older version wrote, until they change. */
    subject: text('subject'),
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
    /** The text that `q` searches: title, people, ids, ordered products and the customer's e-mail, folded. */
    searchText: text('search_text').notNull(),
    /** The version whose search text was folded; another one where a worker of before wrote the row. */
    foldedVersion: integer('folded_version'),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
    /** The run that wrote this row; see the decision on resets. */
    runId: text('run_id').notNull(),
    version: integer('version').notNull(),
    /** The view with an empty stream; read once the workflow is closed or does not answer. */
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
    // For web processes that catch up after their listener was disconnected.
    index('cases_written_at').on(table.writtenAt),
    index('cases_search').using('gin', sql`${table.searchText} gin_trgm_ops`),
    index('cases_unfolded').on(table.caseId).where(isUnfolded(table)),
  ],
)

/**
 * The version of each case that each account has read. No foreign key to `cases`, because those rows are dropped and
 * rebuilt, and a case may be read from its workflow before its row is written.
 */
export const caseReads = pgTable(
  'case_reads',
  {
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    caseId: text('case_id').notNull(),
    /** 0 for a case that is marked as unread. */
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
    /** The run that wrote the entry. After a reset the new run replaces the later entries of the old one. */
    runId: text('run_id').notNull(),
    code: text('code').$type<StreamCode>().notNull(),
    params: jsonb('params').$type<StreamParams>().notNull(),
    sender: jsonb('sender').$type<Person>().notNull(),
    at: at('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.id] })],
)
