import { describe, expect, it } from 'vitest'
import { caseItem } from '../testing/case-item'
import { toBulkMutation } from './bulk-mutation'

describe('toBulkMutation', () => {
  it('binds a decision to the listed interaction, not to the version that a comment raises', () => {
    const item = caseItem('a', { interactionId: 'a:2', version: 7 })
    const approved = { decision: 'approved', interactionId: 'a:2' }
    expect(toBulkMutation('approve', item, '')).toEqual({ caseId: 'a', verb: 'decision', body: approved })
    expect(toBulkMutation('reject', item, 'Twice').body).toEqual({
      decision: 'rejected',
      comment: 'Twice',
      interactionId: 'a:2',
    })
  })

  it('binds it to the version where the list holds no interaction', () => {
    const item = caseItem('a', { interactionId: null, version: 7 })
    expect(toBulkMutation('approve', item, 'Fine').body).toEqual({
      decision: 'approved',
      comment: 'Fine',
      expectedVersion: 7,
    })
  })

  it('binds neither a claim nor a release', () => {
    for (const verb of ['claim', 'release'] as const)
      expect(toBulkMutation(verb, caseItem('a'), '')).toEqual({ caseId: 'a', verb, body: {} })
  })
})
