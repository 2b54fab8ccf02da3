/** Rows for tests. */

import type { CaseItem } from '@/temporal/contract/cases/case'

export const caseItem = (caseId: string, more: Partial<CaseItem> = {}): CaseItem => ({
  caseId,
  caseTitle: caseId,
  kind: 'approval',
  status: 'OPEN',
  submitter: [],
  assignee: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  dueAt: null,
  version: 1,
  number: caseId,
  subject: null,
  amountCents: null,
  currency: null,
  group: 'risk',
  priority: 0,
  waitingFor: 'approver',
  interactionId: `${caseId}:1`,
  isUnread: false,
  ...more,
})
