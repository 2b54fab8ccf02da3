import { describe, expect, it } from 'vitest'
import { encodeCaseId } from '@/temporal/contract/cases/case-ids'
import { type CommentToken, mentionsInText, mentionsNotInText, tokenizeComment } from './comment-tokens'

const ana = { id: 'a', name: 'Ana' }
const anaSilva = { id: 's', name: 'Ana Silva' }
const kinds = (pieces: readonly CommentToken[]) => pieces.map(({ kind, text }) => `${kind}:${text}`)

describe('a comment', () => {
  it.each(['https://a.example/x?y=1#z', 'http://a.example'])('links %s', (url) => {
    expect(tokenizeComment(`see ${url}.`, [])).toEqual([
      { kind: 'text', text: 'see ' },
      { kind: 'link', text: url, href: new URL(url).href },
      { kind: 'text', text: '.' },
    ])
  })

  it.each(['javascript:alert(1)', 'ftp://a.example', 'data:text/html,x', '<a href="//x">y</a>', 'https://'])(
    'leaves %s as plain text',
    (text) => expect(tokenizeComment(text, [])).toEqual([{ kind: 'text', text }]),
  )

  it('keeps brackets that belong to a URL, and not those around it', () => {
    expect(kinds(tokenizeComment('(https://a.example/b_(c))', []))).toEqual([
      'text:(',
      'link:https://a.example/b_(c)',
      'text:)',
    ])
  })

  it('links cases by id and orders by number', () => {
    const id = encodeCaseId('order', new Uint8Array(26))
    expect(tokenizeComment(`${id} like Order 7K2M9QXP, order packages`, [])).toEqual([
      { kind: 'case', text: id, href: `/cases/${id}` },
      { kind: 'text', text: ' like ' },
      { kind: 'case', text: 'Order 7K2M9QXP', href: '/orders?q=7K2M9QXP' },
      { kind: 'text', text: ', order packages' },
    ])
    expect(kinds(tokenizeComment(`ord_${'u'.repeat(26)}`, []))).toEqual([`text:ord_${'u'.repeat(26)}`])
  })

  it('marks only the mentions that the server confirmed, the longest name first', () => {
    expect(kinds(tokenizeComment('@Ana Silva, @Ana and @Anastasia', [ana, anaSilva]))).toEqual([
      'mention:@Ana Silva',
      'text:, ',
      'mention:@Ana',
      'text: and @Anastasia',
    ])
    expect(kinds(tokenizeComment('@Ana', []))).toEqual(['text:@Ana'])
  })

  it('lists mentions that the text does not name', () => {
    expect(mentionsNotInText('for @Ana', [ana, anaSilva])).toEqual([anaSilva])
    expect(mentionsNotInText('for @Ana Silva', [ana, anaSilva])).toEqual([ana])
  })

  it('mentions everybody with a name, and nobody whose name is only part of another', () => {
    const other = { id: 'o', name: 'Ana' }
    expect(mentionsInText('@Ana, please', [ana, other, anaSilva])).toEqual([ana, other])
    expect(mentionsInText('@Ana Silva, please', [ana, anaSilva])).toEqual([anaSilva])
    expect(mentionsInText('@Anastasia and https://x.example/@Ana', [ana])).toEqual([])
    expect(mentionsInText('@Ana', [])).toEqual([])
  })

  it('joins to exactly the text that was written', () => {
    const text = 'a https://b.example, (@Ana) \n apr_x Order ABCDEFGH!'
    expect(
      tokenizeComment(text, [ana])
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  })
})
