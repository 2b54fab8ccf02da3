/** The part of the order form that follows the country. */

import type { AddressFormat, AddressPart } from '@/temporal/contract/orders/address-format'

/** Prefix of the names of address fields. */
export const ADDRESS = 'shippingAddress.'
export const COUNTRY = `${ADDRESS}country`

/** A field that browsers fill with the name of a country where they do not know its code. */
export const COUNTRY_NAME = 'countryName'

/** Names the country from whose list the region was chosen; missing where the region is text. */
export const REGION_OF = 'regionOf'

/** Name of the box that confirms an unusual postal code; its value is the code that is confirmed. */
export const CONFIRMED_CODE = 'confirmedPostalCode'

export const addressField = (part: AddressPart | 'name'): string => ADDRESS + part

export interface AddressState {
  /** Parts of the chosen country, or those of most countries while none is chosen. */
  format: AddressFormat
  /** The box that confirms an unusual postal code; null where none is asked about. */
  doubt: { value: string; isConfirmed: boolean } | null
}

/** The address of a form that was not answered: its box is as it was sent. */
export const keepConfirmation = (
  address: AddressState,
  values: Readonly<Record<string, string>>,
): AddressState => {
  const sent = values[CONFIRMED_CODE]
  const value = sent ?? address.doubt?.value
  return { ...address, doubt: value === undefined ? null : { value, isConfirmed: sent !== undefined } }
}
