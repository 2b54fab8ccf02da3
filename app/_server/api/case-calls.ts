/** Reading cases, asking for approvals, reports. */

import { z } from 'zod'
import { StartApproval } from '@/temporal/contract/schemas/approval'
import { ReadCase } from '@/temporal/contract/schemas/case'
import { CountCases, ListCases } from '@/temporal/contract/schemas/list'
import { Counts, List, View } from '@/temporal/contract/schemas/reply-case'
import { Started } from '@/temporal/contract/schemas/reply-change'
import { Report } from '@/temporal/contract/schemas/reply-others'
import { ExportReport, ReadReport } from '@/temporal/contract/schemas/report'
import { describe, SOME } from './call'

const read = { method: 'get', auth: 'required' } as const

export const caseCalls = {
  list: describe({
    ...read,
    id: 'listCases',
    path: '/api/v1/cases',
    tag: 'Cases',
    summary: 'List and search cases',
    details:
      '`state` is a comma list of states, or `open`, `closed`; `assignee` an id, `me` or `none`; `priority` the least; amounts are cents; `sort` begins with `-` for descending. `q` looks for every word, or part of a word, in titles, people and ids and, of an order and its approval, in the names and SKUs of its products and in the customer’s e-mail. `source=visibility` reads Temporal’s own index, which does not sort and knows titles and ids only; while Postgres is away every list comes from there, says so in `source`, and nothing in it is unread.',
    who: 'Staff',
    input: ListCases,
    reply: List,
    errors: ['INVALID_CURSOR', 'SORT_UNSUPPORTED', 'TEMPORAL_UNAVAILABLE', 'DATABASE_UNAVAILABLE'],
    example: { kind: 'approval', state: 'open', assignee: 'none', sort: 'due', limit: '20' },
  }),
  counts: describe({
    ...read,
    id: 'countCases',
    path: '/api/v1/cases/counts',
    tag: 'Cases',
    summary: 'Counts of a list’s tabs',
    details:
      'Takes the filter of a list: each number counts what its tab would list. Without `kind` they are approvals, but for `attention`, which counts cases of any kind that need a hand. `unread` are open approvals asked of the caller’s groups. At most 2 s old; older while Postgres is away, as `asOf` says.',
    who: 'Staff',
    input: CountCases,
    reply: Counts,
    errors: ['DATABASE_UNAVAILABLE'],
    example: { kind: 'approval' },
  }),
  read: describe({
    ...read,
    id: 'readCase',
    path: '/api/v1/cases/{caseId}',
    tag: 'Cases',
    summary: 'Read one case',
    details:
      'From its workflow while it is open, from the stored copy afterwards. With `minVersion` the answer is never older than the version you know of.',
    who: 'Staff',
    input: ReadCase,
    reply: View,
    errors: ['NOT_FOUND', 'TEMPORAL_UNAVAILABLE', 'DATABASE_UNAVAILABLE'],
    example: { caseId: SOME.caseId },
  }),
  start: describe({
    method: 'post',
    auth: 'required',
    id: 'startApproval',
    path: '/api/v1/approvals',
    tag: 'Approvals',
    summary: 'Start an approval',
    details: 'At the deadline `onDeadline` is done: `"approve"`, `"reject"`, or another group is asked.',
    who: 'Staff',
    key: 'start',
    input: StartApproval,
    reply: Started,
    success: 201,
    errors: ['TEMPORAL_UNAVAILABLE', 'DATABASE_UNAVAILABLE'],
    example: {
      idempotencyKey: 'refund-4711',
      title: 'Refund to Halden Books',
      group: 'risk',
      amountCents: 84_000,
      currency: 'USD',
      deadlineMs: 14_400_000,
      onDeadline: 'reject',
    },
  }),
  report: describe({
    ...read,
    id: 'readReport',
    path: '/api/v1/reports/decisions',
    tag: 'Reports',
    summary: 'How decisions went',
    who: 'Supervisors and administrators',
    input: ReadReport,
    reply: Report,
    errors: ['DATABASE_UNAVAILABLE'],
    example: { days: '30' },
  }),
  export: describe({
    ...read,
    id: 'exportReport',
    path: '/api/v1/reports/decisions.csv',
    tag: 'Reports',
    summary: 'One table of the report, as CSV',
    who: 'Supervisors and administrators',
    input: ExportReport,
    reply: z.string(),
    media: 'text/csv',
    errors: ['DATABASE_UNAVAILABLE'],
    example: { days: '30', by: 'person' },
  }),
}
