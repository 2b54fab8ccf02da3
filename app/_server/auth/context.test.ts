import { describe, expect, it } from 'vitest'
import { requirePermission } from './context'

describe('requirePermission', () => {
  it('reports a missing caller before a missing permission', () => {
    const check = (actor: Parameters<typeof requirePermission>[0]['actor']) => () =>
      requirePermission({ actor }, 'case.list')
    expect(check(null)).toThrowError(expect.objectContaining({ code: 'UNAUTHENTICATED' }))
    const customer = { principal: 'guest:1', id: '1', name: 'Guest', role: 'customer', groups: [] } as const
    expect(check(customer)).toThrowError(expect.objectContaining({ code: 'FORBIDDEN' }))
    expect(check({ ...customer, role: 'agent' })()).toMatchObject({ role: 'agent' })
  })
})
