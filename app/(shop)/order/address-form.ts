/** The address of the order form: its fields by country, what is wrong with them, and what is asked about them. */

import { interpolate } from '@/components/shop/interpolate'
import type { AddressErrors } from '@/components/shop/messages/address-errors'
import {
  ADDRESS,
  type AddressState,
  addressField,
  CONFIRMED_CODE,
  COUNTRY,
  COUNTRY_NAME,
  REGION_OF,
} from '@/components/shop/order-form/address-state'
import { findDoubtfulParts } from '@/temporal/contract/addresses/check-address'
import { getAddressFormat, UNKNOWN_FORMAT } from '@/temporal/contract/addresses/get-address-format'
import { normalizeAddress } from '@/temporal/contract/addresses/normalize-address'
import { countryName } from '@/temporal/contract/orders/countries'
import type { Address } from '@/temporal/contract/orders/order'
import { parseCountry } from '@/temporal/contract/orders/parse-country'

type Values = Readonly<Record<string, string>>

/** The address as it was typed, with the country by its name where the list was left alone. */
export const readTypedAddress = (values: Values): Record<string, string> => {
  const typed = Object.entries(values).flatMap(([name, value]) =>
    name.startsWith(ADDRESS) && value.trim() !== '' ? [[name.slice(ADDRESS.length), value] as const] : [],
  )
  const country = values[COUNTRY] || values[COUNTRY_NAME]
  return { ...Object.fromEntries(typed), ...(country ? { country } : {}) }
}

const formatOf = (country: string | undefined) =>
  getAddressFormat(parseCountry(country ?? '') ?? '') ?? UNKNOWN_FORMAT

const readAddress = (values: Values): Address =>
  normalizeAddress({ name: '', line1: '', country: '', ...readTypedAddress(values) })

/** What a customer confirms: this code in this country, and no other. */
const toConfirmation = ({ country, postalCode }: Address): string => `${country} ${postalCode}`

/** The fields of the chosen country, or of `home` while none is chosen. */
export const toAddressState = (values: Values, home: string | null = null): AddressState => {
  const address = readAddress(values)
  const value = toConfirmation(address)
  const isDoubtful = findDoubtfulParts(address).includes('postalCode')
  return {
    format: formatOf(address.country || home || undefined),
    doubt: isDoubtful ? { value, isConfirmed: values[CONFIRMED_CODE] === value } : null,
  }
}

/** Without a region from the list of another country than the chosen one, where the same code may mean another region. */
export const dropForeignRegion = (values: Values): Record<string, string> => {
  const { [REGION_OF]: listedIn, [addressField('region')]: _, ...others } = values
  const { country } = toAddressState(values).format
  return !listedIn || country === '' || country === listedIn ? { ...values } : others
}

/** Sentences for whatever may be wrong with a part, by field. */
export const toPartErrors = (values: Values, errors: AddressErrors): Record<string, string> => {
  const { format } = toAddressState(values)
  return Object.fromEntries(
    format.parts.map(({ part, label }) => {
      const isEmpty = (values[addressField(part)] ?? '').trim() === ''
      return [addressField(part), isEmpty || part === 'region' ? errors.missing[label] : errors.tooLong]
    }),
  )
}

/** Questions about parts that look wrong, by field; none about a postal code that the customer confirmed. */
export const askAboutAddress = (
  values: Values,
  errors: AddressErrors,
  locale: string,
): Record<string, string> => {
  const address = readAddress(values)
  const { format, doubt } = toAddressState(values)
  const [country, example] = [countryName(address.country, locale), format.postalCodeExample]
  const regionLabel = format.parts.find(({ part }) => part === 'region')?.label
  return {
    ...(doubt && !doubt.isConfirmed
      ? {
          [addressField('postalCode')]: example
            ? interpolate(errors.doubtful, { country, example })
            : interpolate(errors.doubtfulWithoutExample, { country }),
        }
      : {}),
    ...(regionLabel && findDoubtfulParts(address).includes('region')
      ? { [addressField('region')]: errors.missing[regionLabel] }
      : {}),
  }
}
