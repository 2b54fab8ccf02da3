import { describe, expect, it } from 'vitest'
import { approvalView } from '@/db/testing/test-views'
import type { StreamCode } from '@/temporal/contract/cases/activity-stream'
import type { ApprovalView } from '@/temporal/contract/cases/approval'
import { type ApprovalData, toCaseView } from '@/temporal/contract/cases/case'
import { parseMentions } from '@/temporal/contract/cases/mentions'
import { applyOptimisticUpdate, isOptimistic, type PendingMutation } from './optimistic-update'
import type { MutationBody, MutationVerb } from './send-mutation'

const viewer = { id: 'ana', name: 'Ana Silva' }
const ben = { id: 'ben', name: 'Ben Okafor' }
const NOW = '2026-01-01T00:00:00.000Z'
const view = toCaseView(approvalView(1), { source: 'workflow', asOf: NOW })
const pending = <V extends MutationVerb>(verb: V, body: MutationBody<V>) =>
  ({
    caseId: view.caseDetails.caseId,
    verb,
    body,
    lastId: view.activityStream.at(-1)?.id ?? 0,
  }) as PendingMutation
const shown = (made: PendingMutation, before = view) =>
  applyOptimisticUpdate(before, made, viewer, [ben], NOW)
const dataOf = ({ caseDetails }: typeof view) => caseDetails.caseData as ApprovalData

describe('the optimistic view', () => {
  it('shows the new assignee', () => {
    const claimed = shown(pending('claim', {}))
    expect(dataOf(claimed)).toMatchObject({ state: 'CLAIMED', assignee: viewer })
    expect(claimed.caseDetails).toMatchObject({ status: 'CLAIMED', assignee: [viewer] })
    const taken = shown(pending('takeOver', {}))
    expect(dataOf(taken)).toMatchObject({ state: 'CLAIMED', assignee: viewer })
    expect(taken.activityStream.at(-1)).toMatchObject({ code: 'takenOver', sender: viewer.name })
    expect(dataOf(shown(pending('release', {}), claimed))).toMatchObject({ state: 'OPEN', assignee: null })
    expect(dataOf(shown(pending('assign', { assigneeId: 'ben' })))).toMatchObject({ assignee: ben })
  })

  it('shows a comment with its mentions, marked as not confirmed', () => {
    const entry = shown(pending('comment', { text: '@Ben Okafor?', mentions: [ben] })).activityStream.at(-1)
    expect(entry).toMatchObject({
      code: 'commented',
      sender: viewer.name,
      senderId: viewer.id,
      params: { text: '@Ben Okafor?' },
    })
    expect(entry && isOptimistic(entry)).toBe(true)
    expect(parseMentions(entry?.params ?? {})).toEqual([ben])
  })

  it('shows several pending mutations, each as its own entry', () => {
    const made = pending('comment', { text: 'same' })
    const { activityStream } = shown(made, shown(made, shown(pending('claim', {}))))
    const ids = activityStream.filter(isOptimistic).map(({ id }) => id)
    expect(new Set(ids).size).toBe(3)
  })

  it('shows neither a decision nor an unknown assignee', () => {
    expect(shown(pending('decision', { decision: 'approved' }))).toBe(view)
    expect(shown(pending('assign', { assigneeId: 'stranger' }))).toBe(view)
  })

  it('drops the patch once the server has recorded the entry', () => {
    const made = pending('comment', { text: 'hello' })
    const seen = shown(made)
    const real = {
      ...seen,
      activityStream: seen.activityStream.map((entry) =>
        isOptimistic(entry) ? { ...entry, id: made.lastId + 1 } : entry,
      ),
    }
    expect(shown(made, real)).toBe(real)
  })

  it('drops the patch when somebody else changed the case meanwhile', () => {
    const by = (code: StreamCode, state: ApprovalView['state'], id = 2) => {
      const entry = { id, code, params: {}, sender: ben, timestamp: NOW }
      const changed = approvalView(1, { state, assignee: ben, stream: [entry] })
      return toCaseView(changed, { source: 'workflow', asOf: NOW })
    }
    const early = { ...pending('claim', {}), lastId: 1 }
    for (const code of ['claimed', 'takenOver', 'assigned'] as const) {
      const taken = by(code, 'CLAIMED')
      expect(shown(early, taken)).toBe(taken)
    }
    for (const state of ['APPROVED', 'REJECTED', 'EXPIRED', 'WITHDRAWN'] as const) {
      const ended = by('approved', state)
      expect(shown(early, ended)).toBe(ended)
      expect(shown({ ...pending('comment', { text: 'late' }), lastId: 1 }, ended)).toBe(ended)
    }
    expect(dataOf(shown(early, by('commented', 'OPEN')))).toMatchObject({ assignee: viewer })
    expect(dataOf(shown(early, by('claimed', 'CLAIMED', 1)))).toMatchObject({ assignee: viewer })
  })

  it('never dates an entry before the last one', () => {
    const last = view.activityStream.at(-1)?.timestamp ?? ''
    const entry = applyOptimisticUpdate(
      view,
      pending('claim', {}),
      viewer,
      [],
      '1999-01-01T00:00:00.000Z',
    ).activityStream.at(-1)
    expect((entry?.timestamp ?? '') >= last).toBe(true)
  })
})
