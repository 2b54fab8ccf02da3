import { describe, expect, it } from 'vitest'
import type { Actor } from '@/temporal/contract/auth/actor'
import { findNextCase } from './next-case'
import { caseItem } from './testing/case-item'

const ana: Actor = { principal: 'user:ana', id: 'ana', name: 'Ana', role: 'agent', groups: ['risk'] }
const nextId = (rows: ReturnType<typeof caseItem>[], openId: string, gone: string[] = []) =>
  findNextCase(ana, { rows, removedIds: new Set(gone) }, openId)?.caseId ?? null

describe('findNextCase', () => {
  it('returns the first of the list, also from the middle of it', () => {
    expect(nextId([caseItem('a'), caseItem('b'), caseItem('c')], 'b')).toBe('a')
  })

  it('skips decided and removed cases and those that the viewer may not decide', () => {
    const rows = [
      caseItem('gone'),
      caseItem('over', { status: 'APPROVED' }),
      caseItem('foreign', { group: 'finance' }),
      caseItem('own', { submitter: [{ id: 'ana', name: 'Ana' }] }),
      caseItem('right'),
    ]
    expect(nextId(rows, 'open', ['gone'])).toBe('right')
  })

  it('returns a case of a colleague only where there is no other', () => {
    const held = caseItem('held', { assignee: [{ id: 'ben', name: 'Ben' }] })
    expect(nextId([held, caseItem('free')], 'open')).toBe('free')
    expect(nextId([held], 'open')).toBe('held')
  })

  it('returns null where nothing is left', () => {
    expect(nextId([caseItem('open')], 'open')).toBeNull()
  })
})
