/** State of the order form. */

import type { FormFields } from '@/components/ui/form/form-state'
import { parseWholeNumber } from '@/temporal/contract/numbers'
import type { ShopProblem } from '../problem'
import type { AddressState } from './address-state'

export interface OrderFormState extends FormFields {
  /** Number of submissions: the key of the fields, which start again with the submitted values. */
  attempt: number
  /** Part of the idempotency key: submitting the form twice places one order. */
  formId: string
  /** Submitted values by field name. */
  values: Record<string, string>
  /** What follows the country. */
  address: AddressState
  /** The problem of the whole form, where no field has an error. */
  problem: ShopProblem | null
  /** Must be answered before the order is placed. */
  question: OrderQuestion | null
  /** Answers to earlier questions. */
  confirmed: readonly string[]
  /** Whether the order was placed is not known, because an answer did not arrive or came from a failure. */
  isUnanswered: boolean
}

/** A question about an order, in the words of the page. */
export interface OrderQuestion {
  title: string
  detail: string
  link: { href: string; label: string }
  /** Sent by the button that places the order all the same. */
  confirm: { value: string; label: string }
}

/** Name of the field that holds the answers to questions. */
export const CONFIRMED = 'confirmed'

/** Submitted values by field name, without files, answers to questions and fields of Next.js. */
export const readFormValues = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && !entry[0].startsWith('$') && entry[0] !== CONFIRMED,
    ),
  )

/** A product of the form. Prices are integers of the currency's minor unit. */
export interface OfferedProduct {
  sku: string
  name: string
  description: string
  unitCents: number
  currency: string
  /** Largest quantity that can be ordered now; 0 means sold out. */
  max: number
}

/** A country: ISO code and name in the language of the page. */
export interface CountryChoice {
  code: string
  name: string
}

/** Prefix of the names of quantity fields. */
export const QUANTITY = 'quantity.'

/** Name of the quantity field of a product. */
export const quantityField = (sku: string): string => QUANTITY + sku

/** The typed quantity as an integer from 0 to `max`; 0 for what is no number. */
export const parseQuantity = (typed: string, max: number): number =>
  Math.min(parseWholeNumber(typed) ?? 0, max)
