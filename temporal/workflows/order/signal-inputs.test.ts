import { describe, expect, it } from 'vitest'
import { toSignalLabel } from '../shared/signal-label'
import { parseCancel, parseOrderStatus } from './signal-inputs'

describe('texts of signals', () => {
  it.each([
    ['Zu sp\u202Eät\u200B', 'Zu spät'],
    ['Mu\u0308ller\r\nzwei', 'Müller\nzwei'],
    [`${'a'.repeat(499)}👩🏽\u200D💻`, 'a'.repeat(499)],
    [`${'x\u200B'.repeat(400)}`, 'x'.repeat(400)],
  ])('are normalised and cut between characters: %j', (sent, reason) => {
    expect(parseCancel(sent)?.reason).toBe(reason)
    expect(parseCancel({ reason: sent })?.reason).toBe(reason)
  })

  it('name the person in one line', () => {
    expect(parseCancel({ by: { id: 'u\u200B', name: 'A\u202Dna\nB' } })?.by).toEqual({
      id: 'u\u200B',
      name: 'Ana B',
    })
    expect(parseCancel({ by: { name: '\u200B' } })?.by).toMatchObject({ name: 'Outside system' })
  })

  it('leave keys and states as they are', () => {
    expect(parseOrderStatus({ status: 'shipped', dedupeKey: 'k\u200B' })).toEqual({
      status: 'shipped',
      dedupeKey: 'k\u200B',
    })
    expect(parseOrderStatus('shipped\u200B')).toBeNull()
  })

  it('show the name of an unknown signal without its controls', () => {
    expect(toSignalLabel(`a\u202E\n${'👩'.repeat(80)}`)).toBe(`a ${'👩'.repeat(49)}`)
  })
})
