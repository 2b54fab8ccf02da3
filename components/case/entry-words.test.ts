import { describe, expect, it } from 'vitest'
import {
  renderEntry,
  STREAM,
  type StreamCode,
  type StreamParams,
  SYSTEM,
} from '@/temporal/contract/cases/activity-stream'
import { changesOf, deedOf, saidIn, sentenceOf } from './entry-words'

const groupName = (id: string) => ({ risk: 'Risk', finance: 'Finance' })[id] ?? id
const entry = (code: StreamCode, params: StreamParams = {}, name = 'Ana Silva') =>
  renderEntry({ id: 1, code, params, sender: { name }, timestamp: '2026-01-01T00:00:00.000Z' })

describe('an entry of the stream', () => {
  it('names groups, not their ids', () => {
    expect(sentenceOf(entry('approvalOpened', { group: 'risk' }), groupName)).toBe('Approval asked of Risk')
    const escalated = entry('escalated', { from: 'risk', to: 'finance' })
    expect(sentenceOf(escalated, groupName)).toBe('The deadline passed; Finance is asked now')
  })

  it('says who had it before, where somebody else took it from them', () => {
    expect(deedOf(entry('released', { holder: 'Ana Silva' }))).toBe('released this')
    expect(deedOf(entry('released', { holder: 'Ben Okafor' }))).toBe('took this from Ben Okafor')
    expect(deedOf(entry('released'))).toBe('released this')
  })

  it('shows assignee, state, group, deadline and money before and after', () => {
    expect(
      changesOf(
        entry('assigned', { assignee: 'Ben', from: '', stateFrom: 'OPEN', stateTo: 'CLAIMED' }),
        groupName,
      ),
    ).toEqual([
      { what: 'Assignee', from: 'Nobody', to: 'Ben' },
      { what: 'State', from: 'Open', to: 'Claimed' },
    ])
    const [dueFrom, dueTo] = ['2026-01-01T10:00:00.000Z', '2026-01-02T10:00:00.000Z']
    expect(changesOf(entry('escalated', { from: 'risk', to: 'finance', dueFrom, dueTo }), groupName)).toEqual(
      [
        { what: 'Group', from: 'Risk', to: 'Finance' },
        { what: 'Due', from: { at: dueFrom }, to: { at: dueTo } },
      ],
    )
    expect(
      changesOf(entry('paymentRefunded', { amount: '$5.00', before: '$5.00', after: '$0.00' }), groupName),
    ).toEqual([{ what: 'Taken', from: '$5.00', to: '$0.00' }])
  })

  it('keeps the words a person wrote', () => {
    expect(saidIn(entry('rejected', { comment: 'no' }))).toBe('no')
    expect(saidIn(entry('approved'))).toBe('')
    expect(saidIn(entry('claimed', { comment: 'no' }))).toBe('')
  })

  it.each(Object.keys(STREAM) as StreamCode[])(
    '%s of an older release reads well without parameters',
    (code) => {
      const old = { ...entry(code), sender: SYSTEM }
      const words = STREAM[code].type === 'person' ? deedOf(old) : sentenceOf(old, groupName)
      if (['escalated', 'expired', 'assigned', 'notificationFailed', 'needsAttention'].includes(code))
        expect(words).not.toMatch(/undefined/)
      expect(changesOf(old, groupName)).toEqual([])
    },
  )
})
