/** State of the order form. */

import type { FormFields } from '@/components/ui/form/form-state'
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
}

/** A product of the form. Prices are integer cents. */
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

/** The typed quantity as an integer from 0 to `max`. */
export const parseQuantity = (input: string | undefined, max: number): number => {
  const count = Number.parseInt(input ?? '', 10)
  return Number.isNaN(count) ? 0 : Math.min(Math.max(count, 0), max)
}
