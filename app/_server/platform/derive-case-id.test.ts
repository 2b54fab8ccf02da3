import { expect, it } from 'vitest'
import { getCaseKind, isCaseId } from '@/temporal/contract/cases/case-ids'
import { deriveOrderId, deriveStandaloneApprovalId } from './derive-case-id'

it('gives the same principal and key the same order id', () => {
  expect(deriveOrderId('user:1', 'key')).toBe(deriveOrderId('user:1', 'key'))
  expect(isCaseId(deriveOrderId('user:1', 'key'))).toBe(true)
  expect(getCaseKind(deriveOrderId('user:1', 'key'))).toBe('order')
})

it('gives another principal, key or kind another id', () => {
  const ids = [
    deriveOrderId('user:1', 'key'),
    deriveOrderId('user:2', 'key'),
    deriveOrderId('user:1', 'key2'),
    deriveOrderId('user:1k', 'ey'),
    deriveStandaloneApprovalId('user:1', 'key').replace('apr_', 'ord_'),
  ]
  expect(new Set(ids).size).toBe(ids.length)
})
