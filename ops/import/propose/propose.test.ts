import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseMapping } from '../mapping/read-mapping'
import { EXPORTS, planText } from '../testing/plan-file'
import { propose } from './propose'

const proposeFor = (file: string, encoding?: string) => {
  const path = join(EXPORTS, file)
  return propose({ path, bytes: readFileSync(path), encoding })
}

const mappingIn = (lines: readonly string[]) => {
  const end = lines.lastIndexOf('}')
  return JSON.parse(lines.slice(lines.indexOf('{'), end + 1).join('\n'))
}

describe('a proposed mapping', () => {
  it.each([
    [
      'storefront.csv',
      undefined,
      { number: '{Name}', unitPrice: '{Lineitem price}' },
      '#1001 (lines 2 and 3)',
    ],
    ['squarespace-orders.csv', undefined, { number: '{Order ID}' }, '1,323.00 USD'],
    ['semicolon-cp1252.csv', 'windows-1252', { sku: '{Artikel}', email: '{E-Mail}' }, 'Jörg Weiß'],
    ['unicode-text-utf16.txt', undefined, { lineTotal: '{Line total}' }, '李雷'],
    ['shift-jis.csv', 'cp932', { quantity: '{個数}' }, '髙橋 能子'],
    ['doubled-headings.csv', undefined, { email: '{Contact email}' }, 'Lindenweg 3'],
    ['shop-38-columns.csv', undefined, { number: '{order_number}' }, 'Ryan Moore'],
  ])('for %s names its columns and shows its first orders', (file, encoding, order, shown) => {
    const lines = proposeFor(file, encoding)
    expect(mappingIn(lines).order).toMatchObject(order)
    expect(lines.join('\n')).toContain('First orders as they would be:')
    expect(lines.join('\n')).toContain(shown)
  })

  it('imports as it is where nothing is missing', () => {
    const mapping = parseMapping(mappingIn(proposeFor('unicode-text-utf16.txt')))
    const { plan } = planText(readFileSync(join(EXPORTS, 'unicode-text-utf16.txt')), mapping)
    expect(plan.orders.map(({ totalMinor }) => totalMinor)).toEqual([1_200, 3_600])
  })

  it('cannot be used before what is missing was named', () => {
    const lines = propose({
      path: 'a.csv',
      bytes: Buffer.from('SKU,Qty,Price,City\nMUG-BLUE,1,12.00,Leeds\n'),
      encoding: undefined,
    })
    expect(lines.join('\n')).toContain('Missing; name a column or a constant text for: order number')
    expect(() => parseMapping(mappingIn(lines))).toThrow('at order.email')
  })

  it('tells day and month from each other only where the file does', () => {
    const file = (date: string) => Buffer.from(`Order,SKU,Qty,Price,Date\n1,MUG-BLUE,1,12.00,${date}\n`)
    const doubts = (date: string) =>
      propose({ path: 'a.csv', bytes: file(date), encoding: undefined }).join('\n')
    expect(doubts('03/04/2026')).toContain('fit DD/MM/YYYY, MM/DD/YYYY')
    expect(doubts('13/04/2026')).not.toContain('fit DD/MM/YYYY')
  })

  it('lets no control character of the file reach the terminal', () => {
    const bytes = Buffer.from('Order,SKU,Qty,Price,Name\u202e\n1,MUG-BLUE,1,12.00,\u202eAda\n')
    expect(propose({ path: 'a.csv', bytes, encoding: undefined }).join('\n')).not.toMatch(/\u202e/)
  })
})
