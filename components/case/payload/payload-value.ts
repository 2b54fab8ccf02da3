/** Tells what a value of a payload is, so that it can be drawn; anything unknown is text. */

import { toFactName } from '@/temporal/contract/cases/case-subject'

export type PayloadValue =
  | { kind: 'none' }
  | { kind: 'text'; text: string }
  | { kind: 'money'; cents: number; currency: string }
  | { kind: 'time'; at: string }
  | { kind: 'link'; href: string }
  | { kind: 'list'; items: PayloadValue[] }
  | { kind: 'table'; columns: string[]; rows: PayloadValue[][] }
  | { kind: 'facts'; facts: PayloadFact[] }

export interface PayloadFact {
  name: string
  value: PayloadValue
}

type Json = Readonly<Record<string, unknown>>

/** Deeper values are shown as JSON. */
const MAX_DEPTH = 4
const TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/
const CURRENCY = /^[A-Z]{3}$/
const CENTS = /Cents$|^cents$/

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const getCurrency = ({ currency }: Json): string | null =>
  typeof currency === 'string' && CURRENCY.test(currency) ? currency : null

/** Only these open a page; `javascript:` and others stay text. */
const isWebLink = (text: string): boolean => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text)

const toText = (text: string): PayloadValue => {
  if (text.trim() === '') return { kind: 'none' }
  if (TIME.test(text) && !Number.isNaN(Date.parse(text))) return { kind: 'time', at: text }
  return isWebLink(text) ? { kind: 'link', href: text } : { kind: 'text', text }
}

/** `{ amountCents, currency }` alone, whatever the amount is called. */
const toMoney = (value: Json): PayloadValue | null => {
  const [name = '', ...others] = Object.keys(value).filter((key) => key !== 'currency')
  const [cents, currency] = [value[name], getCurrency(value)]
  const isMoney = others.length === 0 && CENTS.test(name) && Number.isSafeInteger(cents) && currency
  return isMoney ? { kind: 'money', cents: cents as number, currency } : null
}

const toTable = (rows: readonly Json[], currency: string | null): PayloadValue => {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return {
    kind: 'table',
    columns: keys.map(toName),
    rows: rows.map((row) => {
      const own = getCurrency(row) ?? currency
      return keys.map((key) => toValue(row[key], { key, currency: own, depth: 2 }))
    }),
  }
}

/** Objects without objects inside are rows of a table. */
const isTable = (items: readonly unknown[]): items is Json[] =>
  items.length > 0 &&
  items.every(
    (item) =>
      isObject(item) && Object.values(item).every((value) => typeof value !== 'object' || value === null),
  )

const toName = (key: string): string => {
  const name = toFactName(key.replace(/(?<=.)Cents$/, ''))
  return name.charAt(0).toUpperCase() + name.slice(1)
}

interface Place {
  key: string
  /** Of the object around it, or of the case. */
  currency: string | null
  depth: number
}

const toValue = (value: unknown, place: Place): PayloadValue => {
  const { key, currency, depth } = place
  if (value === null || value === undefined) return { kind: 'none' }
  if (typeof value === 'boolean') return { kind: 'text', text: value ? 'Yes' : 'No' }
  if (typeof value === 'string') return toText(value)
  if (typeof value === 'number') {
    return CENTS.test(key) && currency && Number.isSafeInteger(value)
      ? { kind: 'money', cents: value, currency }
      : { kind: 'text', text: String(value) }
  }
  if (depth > MAX_DEPTH) return { kind: 'text', text: JSON.stringify(value) }
  if (Array.isArray(value)) {
    if (value.length === 0) return { kind: 'none' }
    if (isTable(value)) return toTable(value, currency)
    return { kind: 'list', items: value.map((item) => toValue(item, { key, currency, depth: depth + 1 })) }
  }
  return toMoney(value as Json) ?? { kind: 'facts', facts: toFacts(value as Json, currency, depth + 1) }
}

const toFacts = (payload: Json, currency: string | null, depth: number): PayloadFact[] => {
  const own = getCurrency(payload) ?? currency
  return Object.entries(payload).map(([key, value]) => ({
    name: toName(key),
    value: toValue(value, { key, currency: own, depth }),
  }))
}

/**
 * The facts of a payload in its order. Whole numbers whose key ends in `Cents` are money where a currency is known.
 * @param currency of the case, for amounts without one of their own
 */
export const toPayloadFacts = (payload: Json, currency: string | null): PayloadFact[] =>
  toFacts(payload, currency, 1).filter(({ value }) => value.kind !== 'none')
