import { describe, expect, it } from 'vitest'
import { accountStore } from '@/components/session/account-store'
import { readDraft, removeDraft, removeSentDraft, saveDraft } from './draft-store'

const ben = { id: 'b', name: 'Ben' }

describe('a draft', () => {
  it('belongs to one case and one field', () => {
    saveDraft('apr_1', 'comment', { text: 'Ask @Ben', mentions: [ben] })
    expect(readDraft('apr_1', 'comment')).toEqual({ text: 'Ask @Ben', mentions: [ben] })
    for (const [caseId, kind] of [
      ['apr_2', 'comment'],
      ['apr_1', 'reason'],
      ['apr_1', 'cancel'],
    ] as const)
      expect(readDraft(caseId, kind)).toEqual({ text: '', mentions: [] })
  })

  it('leaves once its text was accepted, but another text typed meanwhile stays', () => {
    saveDraft('apr_3', 'comment', { text: ' Sent \n', mentions: [] })
    removeSentDraft('apr_3', 'comment', 'Sent')
    expect(readDraft('apr_3', 'comment').text).toBe('')
    saveDraft('apr_3', 'comment', { text: 'The next one', mentions: [] })
    removeSentDraft('apr_3', 'comment', 'Sent')
    expect(readDraft('apr_3', 'comment').text).toBe('The next one')
    removeDraft('apr_3', 'comment')
    expect(readDraft('apr_3', 'comment').text).toBe('')
  })

  it.each([7, null, 'text', { text: 7 }, { text: 'x', mentions: [{ id: 1 }, ben] }])(
    'is read from any stored value: %j',
    (value) => {
      accountStore.write('draft:apr_4:reason', value)
      const { text, mentions } = readDraft('apr_4', 'reason')
      expect([typeof text, mentions.every(({ id }) => id === 'b')]).toEqual(['string', true])
    },
  )
})
