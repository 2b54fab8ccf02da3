import { describe, expect, it } from 'vitest'
import {
  renderEntry,
  STREAM,
  type StreamCode,
  type StreamParams,
} from '@/temporal/contract/cases/activity-stream'
import { SYSTEM } from '@/temporal/contract/cases/senders'
import { actionLabel, getChanges, getComment, toSentence } from './entry-labels'

const groupName = (id: string) => ({ risk: 'Risk', finance: 'Finance' })[id] ?? id
const entry = (code: StreamCode, params: StreamParams = {}, name = 'Ana Silva') =>
  renderEntry({ id: 1, code, params, sender: { name }, timestamp: '2026-01-01T00:00:00.000Z' })

describe('an entry of the stream', () => {
  it('names groups, not their ids', () => {
    expect(toSentence(entry('approvalOpened', { group: 'risk' }), groupName)).toBe('Approval asked of Risk')
    expect(toSentence(entry('groupRedirected', { from: 'risk', to: 'finance' }), groupName)).toBe(
      'Nobody in Risk may decide this; Finance is asked now',
    )
    expect(toSentence(entry('openedToSupervisors', { from: 'risk' }), groupName)).toBe(
      'Nobody in Risk may decide this; supervisors may',
    )
    const escalated = entry('escalated', { from: 'risk', to: 'finance' })
    expect(toSentence(escalated, groupName)).toBe('The deadline passed; Finance is asked now')
  })

  it('says who was assigned before, where somebody else took over', () => {
    expect(actionLabel(entry('released', { holder: 'Ana Silva' }))).toBe('released this')
    expect(actionLabel(entry('released', { holder: 'Ben Okafor' }))).toBe('took this from Ben Okafor')
    expect(actionLabel(entry('released'))).toBe('released this')
    expect(actionLabel(entry('takenOver', { holder: 'Ben Okafor' }))).toBe('took this over from Ben Okafor')
    const banned = entry('released', { holder: 'Ben Okafor', reason: 'banned' })
    expect(actionLabel(banned)).toBe('made this free: Ben Okafor may no longer hold it')
    expect(actionLabel(entry('takenOver'))).toBe('took this over')
  })

  it('shows assignee, group, deadline and money before and after, and leaves the state to the sentence', () => {
    expect(
      getChanges(
        entry('assigned', { assignee: 'Ben', from: '', stateFrom: 'OPEN', stateTo: 'CLAIMED' }),
        groupName,
      ),
    ).toEqual([{ field: 'Assignee', from: 'Nobody', to: 'Ben' }])
    const [dueFrom, dueTo] = ['2026-01-01T10:00:00.000Z', '2026-01-02T10:00:00.000Z']
    expect(
      getChanges(entry('escalated', { from: 'risk', to: 'finance', dueFrom, dueTo }), groupName),
    ).toEqual([
      { field: 'Group', from: 'Risk', to: 'Finance' },
      { field: 'Due', from: { at: dueFrom }, to: { at: dueTo } },
    ])
    expect(
      getChanges(entry('paymentRefunded', { amount: '$5.00', before: '$5.00', after: '$0.00' }), groupName),
    ).toEqual([{ field: 'Taken', from: '$5.00', to: '$0.00' }])
  })

  it('keeps the text that a person wrote', () => {
    expect(getComment(entry('rejected', { comment: 'no' }))).toBe('no')
    expect(getComment(entry('approved'))).toBe('')
    expect(getComment(entry('claimed', { comment: 'no' }))).toBe('')
  })

  it.each(Object.keys(STREAM) as StreamCode[])(
    '%s of an older release reads well without parameters',
    (code) => {
      const old = { ...entry(code), sender: SYSTEM.name }
      const words = STREAM[code].type === 'person' ? actionLabel(old) : toSentence(old, groupName)
      if (['escalated', 'expired', 'assigned', 'notificationFailed', 'needsAttention'].includes(code))
        expect(words).not.toMatch(/undefined/)
      expect(getChanges(old, groupName)).toEqual([])
    },
  )
})
