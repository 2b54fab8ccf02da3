import { describe, expect, it } from 'vitest'
import { requirePermission } from './context'

describe('requirePermission', () => {
  it('requires a caller first and the permission second', () => {
    const ask = (actor: Parameters<typeof requirePermission>[0]['actor']) => () =>
      requirePermission({ actor }, 'case.list')
    expect(ask(null)).toThrowError(expect.objectContaining({ code: 'UNAUTHENTICATED' }))
    const customer = { principal: 'guest:1', id: '1', name: 'Guest', role: 'customer', groups: [] } as const
    expect(ask(customer)).toThrowError(expect.objectContaining({ code: 'FORBIDDEN' }))
    expect(ask({ ...customer, role: 'agent' })()).toMatchObject({ role: 'agent' })
  })
})
