import { describe, expect, it } from 'vitest'
import { type PayloadValue, toPayloadFacts } from './payload-value'

/** The value that a fact with this key gets. */
const factOf = (value: unknown, key = 'fact', currency: string | null = 'USD') =>
  toPayloadFacts({ [key]: value }, currency)[0]?.value

describe('a fact of a payload', () => {
  it.each<[string, unknown, PayloadValue]>([
    ['a text', 'Halden Books', { kind: 'text', text: 'Halden Books' }],
    ['markup, as text', '<b>bold</b>', { kind: 'text', text: '<b>bold</b>' }],
    ['a number', 1.5, { kind: 'text', text: '1.5' }],
    ['yes', true, { kind: 'text', text: 'Yes' }],
    ['a day', '2026-11-20', { kind: 'time', at: '2026-11-20' }],
    ['a time', '2026-11-20T10:00:00+01:00', { kind: 'time', at: '2026-11-20T10:00:00+01:00' }],
    ['a text like a day', '2026-13-99', { kind: 'text', text: '2026-13-99' }],
    ['a link', 'https://papers.example/1', { kind: 'link', href: 'https://papers.example/1' }],
    ['a script, as text', 'javascript:alert(1)', { kind: 'text', text: 'javascript:alert(1)' }],
    ['data, as text', 'data:text/html,x', { kind: 'text', text: 'data:text/html,x' }],
    ['an amount', { amountCents: 5800, currency: 'JPY' }, { kind: 'money', cents: 5800, currency: 'JPY' }],
    [
      'texts',
      ['a', 'b'],
      {
        kind: 'list',
        items: [
          { kind: 'text', text: 'a' },
          { kind: 'text', text: 'b' },
        ],
      },
    ],
    [
      'an object',
      { name: 'Aldo', paid: null },
      {
        kind: 'facts',
        facts: [
          { name: 'Name', value: { kind: 'text', text: 'Aldo' } },
          { name: 'Paid', value: { kind: 'none' } },
        ],
      },
    ],
  ])('is %s', (_, sent, value) => {
    expect(factOf(sent)).toEqual(value)
  })

  it('is money where its key says cents and a currency is known', () => {
    const money = { kind: 'money', cents: 1250, currency: 'EUR' }
    expect(toPayloadFacts({ totalCents: 1250, currency: 'EUR' }, null)[0]).toEqual({
      name: 'Total',
      value: money,
    })
    expect(toPayloadFacts({ totalCents: 1250 }, 'EUR')[0]).toEqual({ name: 'Total', value: money })
    expect(toPayloadFacts({ totalCents: 1250 }, null)[0]?.value).toEqual({ kind: 'text', text: '1250' })
    expect(toPayloadFacts({ totalCents: 12.5 }, 'EUR')[0]?.value).toEqual({ kind: 'text', text: '12.5' })
  })

  it('is a table for a list of plain objects, with a column for each key', () => {
    expect(
      factOf([
        { sku: 'MUG', unitCents: 1200 },
        { sku: 'TEA', note: 'gift' },
      ]),
    ).toEqual({
      kind: 'table',
      columns: ['Sku', 'Unit', 'Note'],
      rows: [
        [{ kind: 'text', text: 'MUG' }, { kind: 'money', cents: 1200, currency: 'USD' }, { kind: 'none' }],
        [{ kind: 'text', text: 'TEA' }, { kind: 'none' }, { kind: 'text', text: 'gift' }],
      ],
    })
  })

  it('is JSON where it is nested too deep to be read', () => {
    const deep = { a: { b: { c: { d: { e: { f: 1 } } } } } }
    expect(JSON.stringify(factOf(deep))).toContain(JSON.stringify(JSON.stringify({ e: { f: 1 } })))
  })

  it('is left out where it is empty', () => {
    expect(toPayloadFacts({ a: '', b: null, c: [], d: ' ' }, null)).toEqual([])
  })
})
