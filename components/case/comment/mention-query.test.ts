import { describe, expect, it } from 'vitest'
import { findMentionQuery, insertMention } from './mention-query'

const at = (text: string) => findMentionQuery(text, text.length)
const ben = { id: 'b', name: 'Ben Okafor' }

describe('a mention', () => {
  it('begins with @ at the start of a word', () => {
    expect(at('@')).toEqual({ start: 0, query: '' })
    expect(at('please @be')).toEqual({ start: 7, query: 'be' })
    expect(at('(@Ben Ok')).toEqual({ start: 1, query: 'Ben Ok' })
    expect(at('mail ben@example')).toBeNull()
    expect(at('@ben has looked at it')).toBeNull()
  })

  it('ends at the caret, not at the end of the text', () => {
    expect(findMentionQuery('@be and more', 3)).toEqual({ start: 0, query: 'be' })
  })

  it('is replaced by the whole name and one space', () => {
    expect(insertMention('hi @be', { start: 3, query: 'be' }, ben)).toEqual({
      text: 'hi @Ben Okafor ',
      caret: 15,
    })
    expect(insertMention('hi @be there', { start: 3, query: 'be' }, ben).text).toBe('hi @Ben Okafor there')
  })
})
