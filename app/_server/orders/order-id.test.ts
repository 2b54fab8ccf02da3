import { expect, it } from 'vitest'
import { isCaseId, kindOf } from '@/temporal/contract/ids'
import { orderIdOf, standaloneApprovalIdOf } from './order-id'

it('gives one principal and key the same order each time', () => {
  expect(orderIdOf('user:1', 'key')).toBe(orderIdOf('user:1', 'key'))
  expect(isCaseId(orderIdOf('user:1', 'key'))).toBe(true)
  expect(kindOf(orderIdOf('user:1', 'key'))).toBe('order')
})

it('gives another principal, key or kind another case', () => {
  const ids = [
    orderIdOf('user:1', 'key'),
    orderIdOf('user:2', 'key'),
    orderIdOf('user:1', 'key2'),
    orderIdOf('user:1k', 'ey'),
    standaloneApprovalIdOf('user:1', 'key').replace('apr_', 'ord_'),
  ]
  expect(new Set(ids).size).toBe(ids.length)
})
