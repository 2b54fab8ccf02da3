/** Endpoints of cases, approvals and reports. */

import { z } from 'zod'
import { StartApprovalResponseSchema } from '../action-response'
import { StartApproval } from '../approval-request'
import { CountCases, ListCases } from '../case-list-request'
import { ReadCase } from '../case-request'
import { CaseCountsSchema, CaseListSchema, CaseViewSchema } from '../case-response'
import { ExportReport, ReadReport } from '../report-request'
import { DecisionReportSchema } from '../report-response'
import { defineEndpoint, EXAMPLE_IDS } from './endpoint'

export const caseEndpoints = {
  list: defineEndpoint({
    auth: 'required',
    id: 'listCases',
    action: 'case.list',
    tag: 'Cases',
    summary: 'List and search cases',
    details:
      '`state` is a comma list of states, or `open`, `closed`; `from` and `to` are times, or days of which both count, in `zone`; `assignee` an id, `me` or `none`; `priority` the least; amounts are integers of the minor unit, compared without the currency: `minAmount=5000` finds 50.00 USD and 5,000 JPY; `sort` begins with `-` for descending. `q` looks for every word, or part of a word, in titles, people and ids and, of an order and its approval, in the names and SKUs of its products and in the customer’s e-mail; case, accents and width do not matter. `source=visibility` reads Temporal’s own index, which does not sort and knows titles and ids only; while Postgres is away every list comes from there, says so in `source`, and nothing in it is unread.',
    who: 'Staff',
    input: ListCases,
    response: CaseListSchema,
    errors: ['INVALID_CURSOR', 'SORT_UNSUPPORTED', 'TEMPORAL_UNAVAILABLE', 'DATABASE_UNAVAILABLE'],
    example: { kind: 'approval', state: 'open', assignee: 'none', sort: 'due', limit: '20' },
  }),
  counts: defineEndpoint({
    auth: 'required',
    id: 'countCases',
    action: 'case.list',
    tag: 'Cases',
    summary: 'Counts of a list’s tabs',
    details:
      'Takes the filter of a list: each number counts what its tab would list. Without `kind` they are approvals, but for `attention`, which counts cases of any kind that need a hand. `unread` are open approvals asked of the caller’s groups. At most 2 s old; older while Postgres is away, as `asOf` says.',
    who: 'Staff',
    input: CountCases,
    response: CaseCountsSchema,
    errors: ['DATABASE_UNAVAILABLE'],
    example: { kind: 'approval' },
  }),
  read: defineEndpoint({
    auth: 'required',
    id: 'readCase',
    action: 'case.read',
    tag: 'Cases',
    summary: 'Read one case',
    details:
      'From its workflow while it is open, from the stored copy afterwards. With `minVersion` the answer is never older than the version you know of.',
    who: 'Staff',
    input: ReadCase,
    response: CaseViewSchema,
    errors: ['NOT_FOUND', 'TEMPORAL_UNAVAILABLE', 'DATABASE_UNAVAILABLE'],
    example: { caseId: EXAMPLE_IDS.caseId },
  }),
  start: defineEndpoint({
    auth: 'required',
    id: 'startApproval',
    action: 'approval.start',
    tag: 'Approvals',
    summary: 'Start an approval',
    details: 'At the deadline `onDeadline` is done: `"approve"`, `"reject"`, or another group is asked.',
    who: 'Staff',
    key: 'start',
    input: StartApproval,
    response: StartApprovalResponseSchema,
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
  report: defineEndpoint({
    auth: 'required',
    id: 'readReport',
    action: 'report.read',
    tag: 'Reports',
    summary: 'How decisions went',
    who: 'Supervisors and administrators',
    input: ReadReport,
    response: DecisionReportSchema,
    errors: ['DATABASE_UNAVAILABLE'],
    example: { days: '30' },
  }),
  export: defineEndpoint({
    auth: 'required',
    id: 'exportReport',
    action: 'report.read',
    tag: 'Reports',
    summary: 'One table of the report, as CSV',
    who: 'Supervisors and administrators',
    input: ExportReport,
    response: z.string(),
    media: 'text/csv',
    errors: ['DATABASE_UNAVAILABLE'],
    example: { days: '30', by: 'person' },
  }),
}
