import { describe, expect, it } from 'vitest'
import { encodeCaseId } from '@/temporal/contract/cases/case-ids'
import { namedIn, type Piece, piecesOf, unnamedIn } from './comment-pieces'

const ana = { id: 'a', name: 'Ana' }
const anaSilva = { id: 's', name: 'Ana Silva' }
const kinds = (pieces: readonly Piece[]) => pieces.map(({ kind, text }) => `${kind}:${text}`)

describe('a comment', () => {
  it.each(['https://a.example/x?y=1#z', 'http://a.example'])('links %s', (url) => {
    expect(piecesOf(`see ${url}.`, [])).toEqual([
      { kind: 'text', text: 'see ' },
      { kind: 'link', text: url, href: new URL(url).href },
      { kind: 'text', text: '.' },
    ])
  })

  it.each(['javascript:alert(1)', 'ftp://a.example', 'data:text/html,x', '<a href="//x">y</a>', 'https://'])(
    'leaves %s as it was typed',
    (text) => expect(piecesOf(text, [])).toEqual([{ kind: 'text', text }]),
  )

  it('keeps brackets that belong to an address, and not those around it', () => {
    expect(kinds(piecesOf('(https://a.example/b_(c))', []))).toEqual([
      'text:(',
      'link:https://a.example/b_(c)',
      'text:)',
    ])
  })

  it('links cases by id and orders by number', () => {
    const id = encodeCaseId('order', new Uint8Array(26))
    expect(piecesOf(`${id} like Order 7K2M9QXP, order packages`, [])).toEqual([
      { kind: 'case', text: id, href: `/cases/${id}` },
      { kind: 'text', text: ' like ' },
      { kind: 'case', text: 'Order 7K2M9QXP', href: '/orders?q=7K2M9QXP' },
      { kind: 'text', text: ', order packages' },
    ])
    expect(kinds(piecesOf(`ord_${'u'.repeat(26)}`, []))).toEqual([`text:ord_${'u'.repeat(26)}`])
  })

  it('marks only those whom the server knows to be called, the longest name first', () => {
    expect(kinds(piecesOf('@Ana Silva, @Ana and @Anastasia', [ana, anaSilva]))).toEqual([
      'mention:@Ana Silva',
      'text:, ',
      'mention:@Ana',
      'text: and @Anastasia',
    ])
    expect(kinds(piecesOf('@Ana', []))).toEqual(['text:@Ana'])
  })

  it('tells whom it calls without naming them', () => {
    expect(unnamedIn('for @Ana', [ana, anaSilva])).toEqual([anaSilva])
    expect(unnamedIn('for @Ana Silva', [ana, anaSilva])).toEqual([ana])
  })

  it('names everybody of a name, and nobody whose name is only a part of another', () => {
    const other = { id: 'o', name: 'Ana' }
    expect(namedIn('@Ana, please', [ana, other, anaSilva])).toEqual([ana, other])
    expect(namedIn('@Ana Silva, please', [ana, anaSilva])).toEqual([anaSilva])
    expect(namedIn('@Anastasia and https://x.example/@Ana', [ana])).toEqual([])
    expect(namedIn('@Ana', [])).toEqual([])
  })

  it('reads in all exactly as it was written', () => {
    const text = 'a https://b.example, (@Ana) \n apr_x Order ABCDEFGH!'
    expect(
      piecesOf(text, [ana])
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  })
})
