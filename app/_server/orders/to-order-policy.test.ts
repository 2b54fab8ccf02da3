import { expect, it } from 'vitest'
import { DEFAULT_RULES } from '@/temporal/contract/orders/approval-rules'
import { toOrderPolicy } from './to-order-policy'

it('takes the rules and the approval policy from the environment', () => {
  const approval = {
    group: 'risk',
    deadlineMs: 1_000,
    reminderMs: 500,
    onDeadline: { action: 'reject' as const },
  }
  expect(toOrderPolicy({ rules: DEFAULT_RULES, approval })).toMatchObject({ rules: DEFAULT_RULES, approval })
})
