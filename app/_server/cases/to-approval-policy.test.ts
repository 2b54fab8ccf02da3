import { expect, it } from 'vitest'
import { StartApproval } from '@/temporal/contract/schemas/approval-request'
import { toApprovalPolicy } from './to-approval-policy'

const now = new Date('2026-01-31T12:00:00Z')
const approval = {
  group: 'risk',
  deadlineMs: 1_000,
  reminderMs: 500,
  onDeadline: { action: 'reject' as const },
}
const settings = { approval }

const policyOf = (body: object) => {
  const parsed = StartApproval.parse({ idempotencyKey: 'k', title: 'Refund', group: 'finance', ...body })
  return toApprovalPolicy(settings, parsed.approval, now)
}

it('uses the settings of the environment as defaults', () => {
  expect(policyOf({})).toEqual({ ...approval, group: 'finance', fallbackGroup: null })
  const parsed = StartApproval.parse({ idempotencyKey: 'k', title: 'Refund', group: 'finance' })
  const withFallback = { approval: { ...approval, fallbackGroup: 'leads' } }
  expect(toApprovalPolicy(withFallback, parsed.approval, now).fallbackGroup).toBe('leads')
  expect(policyOf({ fallbackGroup: 'risk' }).fallbackGroup).toBe('risk')
})

it('computes the deadline from now, and supports no deadline', () => {
  expect(policyOf({ deadlineAt: '2026-01-31T13:00:00+01:00' }).deadlineMs).toBe(0)
  expect(policyOf({ deadlineAt: '2026-01-31T12:00:05Z' }).deadlineMs).toBe(5_000)
  expect(policyOf({ deadlineMs: 7_000 }).deadlineMs).toBe(7_000)
  expect(policyOf({ deadlineMs: null, reminderMs: null })).toMatchObject({
    deadlineMs: null,
    reminderMs: null,
  })
})

it('accepts the deadline action as a string or an object', () => {
  expect(policyOf({ onDeadline: 'approve' }).onDeadline).toEqual({ action: 'approve' })
  const escalate = { action: 'escalate', group: 'risk' }
  expect(policyOf({ onDeadline: escalate }).onDeadline).toEqual(escalate)
  const both = { deadlineMs: 1, deadlineAt: '2026-02-01T00:00:00Z' }
  expect(() => policyOf(both)).toThrow('Send deadlineMs or deadlineAt, not both')
})
