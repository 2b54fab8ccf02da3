/** What the order form shows, before and after it was sent. */

import type { ShopProblem } from '../problem'

export interface OrderFormState {
  /** Rises with each answer, so that the form is drawn afresh with what was typed. */
  attempt: number
  /** Names this form; sending it twice makes one order. */
  formId: string
  /** What was typed, by field name. */
  values: Record<string, string>
  /** What is wrong, by field name. */
  errors: Record<string, string>
  /** Why it was refused where no field is to blame. */
  problem: ShopProblem | null
}

/** A product as the form offers it. Prices are integer cents. */
export interface OfferedProduct {
  sku: string
  name: string
  description: string
  unitCents: number
  currency: string
  /** Most that can be ordered now; 0 is sold out. */
  max: number
}

/** A country by its code and its name in the reader's language. */
export interface CountryChoice {
  code: string
  name: string
}

/** What stands before each product's quantity field. */
export const QUANTITY = 'quantity.'

/** Name of a product's quantity field. */
export const quantityField = (sku: string): string => QUANTITY + sku

/** A whole quantity between 0 and `max` from what was typed. */
export const parseQuantity = (input: string | undefined, max: number): number => {
  const count = Number.parseInt(input ?? '', 10)
  return Number.isNaN(count) ? 0 : Math.min(Math.max(count, 0), max)
}
