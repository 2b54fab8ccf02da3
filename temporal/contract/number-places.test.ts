import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseRules } from '@/app/_server/platform/env-parsers'
import { ENV_SCHEMA } from '@/app/_server/platform/env-schema'
import { isAddressBlock } from '@/app/_server/platform/http/client-address'
import { findQuantityErrors, toPlacement } from '@/app/(shop)/order/order-form'
import { parseInbox } from '@/components/inbox/inbox-state'
import { messagesFor } from '@/components/shop/messages/shop-messages'
import { parseOptions } from '@/ops/local/demo/options.mjs'
import { VARIABLES } from '../worker/env'
import { ListCases } from './schemas/case-list-request'
import { ReadCase } from './schemas/case-request'
import { PlacementBody, TrackToken } from './schemas/order-request'
import { CreateToken, ListAccounts, ListAssignableStaff } from './schemas/people-request'
import { ReadReport } from './schemas/report-request'

const FORM = {
  formId: 'f',
  email: 'ada@example.com',
  'shippingAddress.name': 'Ada',
  'shippingAddress.line1': 'A 1',
  'shippingAddress.city': 'London',
  'shippingAddress.postalCode': 'SW1Y 4JH',
  'shippingAddress.country': 'GB',
  paymentToken: 'tok_approved',
}
const inbox = (query: Record<string, string>) => parseInbox('approval', new URLSearchParams(query))
const accepts = (parse: () => unknown): boolean => {
  try {
    parse()
    return true
  } catch {
    return false
  }
}

/** True where a place takes the text for a number. */
const PLACES: Record<string, (text: string) => boolean> = {
  'quantity of the order form': (text) =>
    PlacementBody.safeParse(toPlacement({ ...FORM, 'quantity.MUG': text })).success,
  'minVersion of a case': (text) => ReadCase.safeParse({ caseId: 'x', minVersion: text }).success,
  'minVersion of a status page': (text) => TrackToken.safeParse({ token: 'x', minVersion: text }).success,
  'limit of a list': (text) => ListCases.safeParse({ limit: text }).success,
  'amount of a list': (text) => ListCases.safeParse({ minAmount: text }).success,
  'limit of people': (text) => ListAssignableStaff.safeParse({ limit: text }).success,
  'days of a token': (text) => CreateToken.safeParse({ name: 'n', role: 'agent', days: text }).success,
  'days of a report': (text) => ReadReport.safeParse({ days: text }).success,
  'page of people': (text) => ListAccounts.parse({ page: text }).page !== 1,
  'amount in the address of the inbox': (text) => inbox({ minAmount: text }).minAmount !== null,
  'first row in the address of the inbox': (text) => inbox({ cursor: 'c', first: text }).first !== 1,
  'variable of the web': (text) => ENV_SCHEMA.shape.DATABASE_POOL_MAX.safeParse(text).success,
  'variable of the worker': (text) => VARIABLES.shape.WORKER_ACTIVITIES.safeParse(text).success,
  'amount of an approval rule': (text) => accepts(() => parseRules(`high-value=${text}`)),
  'port of the demo': (text) => accepts(() => parseOptions(['--port', text])),
  'prefix of a trusted proxy': (text) => isAddressBlock(`10.0.0.0/${text}`),
}

const KINDS = [
  '1e2',
  '0x10',
  '0b11',
  '+7',
  '-7',
  '7_0',
  '7 abc',
  '7px',
  'Infinity',
  'NaN',
  '٧',
  '7²',
  '1'.repeat(16),
]

describe.each(Object.entries(PLACES))('%s', (_place, takes) => {
  it('takes digits', () => expect(takes('7') || takes('30')).toBe(true))

  it.each(KINDS)('does not take %s', (text) => expect(takes(text)).toBe(false))
})

describe('a quantity that is no number', () => {
  const mug = { sku: 'MUG', name: 'Mug', description: '', unitCents: 1, currency: 'USD', available: 200 }

  it.each(KINDS)('%s is refused in words beside its field, in each language', (text) => {
    const errorIn = (language: 'de' | 'en') =>
      findQuantityErrors({ 'quantity.MUG': text }, [mug], messagesFor(language))['quantity.MUG']
    expect(errorIn('en')).toBe('Mug: write the quantity in digits, such as 2.')
    expect(errorIn('de')).toBe('Mug: Schreiben Sie die Anzahl in Ziffern, zum Beispiel 2.')
  })

  it('full-width digits are a number', () => {
    const { order } = PlacementBody.parse(toPlacement({ ...FORM, 'quantity.MUG': '１２' }))
    expect(order.items).toEqual([{ sku: 'MUG', quantity: 12 }])
  })
})

/** Parsers that read more than digits, and the browser's number field, which takes `1e2` and changes under the wheel. */
const LENIENT = /parseInt\(|parseFloat\(|z\.coerce\.number|valueAsNumber|type(?:=|: )["']number["']/
const FOLDERS = ['app', 'components', 'db', 'ops', 'temporal']
const isSource = (path: string) => /\.(?:ts|tsx|mjs)$/.test(path) && !/\.test\.|\/testing\//.test(path)

it('no other parser of numbers and no number field of the browser is used', () => {
  const found = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => join(folder, path))
      .filter(isSource)
      .filter((path) => LENIENT.test(readFileSync(path, 'utf8'))),
  )
  expect(found).toEqual([])
})
