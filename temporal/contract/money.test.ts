import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { cancelConsequences } from '@/components/case/cancel/cancel-consequences'
import { messagesFor } from '@/components/shop/messages/shop-messages'
import { moneySentence } from '@/components/shop/status/status-sentences'
import { Money } from '@/components/ui/money'
import { renderMail } from '../activities/mail-templates'
import type { OrderData } from './cases/case'
import { CURRENCIES } from './currencies'
import { formatMoney, minorDigits } from './money'
import { parseDecimal } from './numbers'
import { findMatchingRule } from './orders/approval-rules'
import type { TrackedOrder } from './orders/order-tracking'
import { StartApproval } from './schemas/approval-request'

/** 5,800 minor units in English and German; half of the currencies are those whose digits `Intl` has otherwise. */
const AMOUNTS: [currency: string, english: string, german: string][] = [
  ['USD', '$58.00', '58,00 $'],
  ['EUR', '€58.00', '58,00 €'],
  ['JPY', '¥5,800', '5.800 ¥'],
  ['KRW', '₩5,800', '5.800 ₩'],
  ['XOF', 'XOF 5,800', '5.800 XOF'],
  ['KWD', 'KWD 5.800', '5,800 KWD'],
  ['CLF', 'CLF 0.5800', '0,5800 CLF'],
  ['HUF', 'HUF 58.00', '58,00 HUF'],
  ['COP', 'COP 58.00', '58,00 COP'],
  ['PKR', 'PKR 58.00', '58,00 PKR'],
  ['IDR', 'IDR 58.00', '58,00 IDR'],
  ['ALL', 'ALL 58.00', '58,00 ALL'],
  ['IQD', 'IQD 5.800', '5,800 IQD'],
  ['RSD', 'RSD 58.00', '58,00 RSD'],
  ['XCG', 'XCG 58.00', '58,00 XCG'],
  ['ZWG', 'ZWG 58.00', '58,00 ZWG'],
  // Withdrawn, but in cases that are kept.
  ['BGN', 'BGN 58.00', '58,00 BGN'],
]

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

const order = (currency: string) =>
  ({
    payment: { status: 'charged', chargedCents: 5800 },
    stock: 'none',
    currency,
    approval: null,
  }) as unknown as OrderData
const tracked = (currency: string) =>
  ({
    totalCents: 5800,
    currency,
    isClosed: false,
    money: { state: 'charged', chargedCents: 5800, refundedCents: 0 },
  }) as unknown as TrackedOrder
const rules = {
  highValueOverCents: 5800,
  firstOrderOverCents: null,
  addressMismatch: false,
  flaggedProduct: false,
}
const facts = { totalCents: 9000, isFirstOrder: false, addressDiffers: false, flaggedSkus: [] }
const render = (currency: string, locale: string) =>
  renderToStaticMarkup(createElement(Money, { cents: 5800, currency, locale }))

/** The places that show an amount, in English and, of customers' pages, in German. */
const PLACES: [place: string, language: 'en' | 'de', show: (currency: string) => string | undefined][] = [
  ['the formatter', 'en', (currency) => formatMoney(5800, currency)],
  ['the formatter', 'de', (currency) => formatMoney(5800, currency, 'de-DE')],
  ['a cell', 'en', (currency) => render(currency, 'en-US')],
  ['a cell', 'de', (currency) => render(currency, 'de-DE')],
  ['a rule', 'en', (currency) => findMatchingRule(rules, { ...facts, currency })?.reason],
  ['cancelling', 'en', (currency) => cancelConsequences(order(currency))[0]],
  ['the status page', 'en', (currency) => moneySentence(tracked(currency), messagesFor('en'))],
  ['the status page', 'de', (currency) => moneySentence(tracked(currency), messagesFor('de'))],
  [
    'a mail',
    'en',
    (currency) =>
      renderMail({ message: 'orderConfirmed', params: { number: 'X', total: formatMoney(5800, currency) } })
        .body,
  ],
]

describe.each(AMOUNTS)('5,800 minor units of %s', (currency, english, german) => {
  it.each(PLACES)('are right in %s, %s', (_place, language, show) => {
    const expected = language === 'en' ? english : german
    const shown = plain(show(currency) ?? '')
    expect(shown).toContain(expected)
    // Nothing in front or behind that makes another number of it.
    expect(shown.replace(expected, '')).not.toMatch(/\d/)
  })

  it('are read back from what a person writes', () => {
    const text = plain(english)
      .replace(/[^\d.,]/g, '')
      .replace(',', '')
    const digits = minorDigits(currency)
    expect(parseDecimal(text, digits)).toBe(5800)
    expect(parseDecimal(`${text}${digits === 0 ? '.' : ''}1`, digits)).toBeNull()
  })

  it('are accepted for an approval, unless the currency is withdrawn', () => {
    const body = { idempotencyKey: 'k', title: 'T', group: 'risk', amountCents: 5800, currency }
    expect(StartApproval.safeParse(body).success).toBe(currency !== 'BGN')
  })
})

describe('formatMoney', () => {
  it.each([
    ['JPY', '¥999,999,999,999,999'],
    ['USD', '$9,999,999,999,999.99'],
    ['KWD', 'KWD 999,999,999,999.999'],
    ['CLF', 'CLF 99,999,999,999.9999'],
  ])('is exact for 15 figures of %s', (currency, text) => {
    expect(plain(formatMoney(999_999_999_999_999, currency))).toBe(text)
  })

  it.each([
    [0, 'USD', '$0.00'],
    [7, 'USD', '$0.07'],
    [-7, 'USD', '-$0.07'],
    [-5800, 'JPY', '-¥5,800'],
    [0, 'CLF', 'CLF 0.0000'],
  ])('shows %i of %s as %s', (amount, currency, text) => {
    expect(plain(formatMoney(amount, currency))).toBe(text)
  })

  it('shows as many decimals as the minor unit has, of every currency', () => {
    for (const currency of CURRENCIES) {
      const decimals = formatMoney(123_456, currency).match(/\.(\d+)$/)?.[1]?.length ?? 0
      expect([currency, decimals]).toEqual([currency, minorDigits(currency)])
    }
  })
})
