import { type DoubtfulPart, findDoubtfulParts } from '@/temporal/contract/addresses/check-address'
import { getAddressFormat } from '@/temporal/contract/addresses/get-address-format'
import { countryName } from '@/temporal/contract/orders/countries'
import type { Address } from '@/temporal/contract/orders/order'
import type { FieldError } from '@/temporal/contract/problem'

const toMessage = (part: DoubtfulPart, address: Address): string => {
  const country = countryName(address.country, 'en')
  const example = getAddressFormat(address.country)?.postalCodeExample
  return part === 'region'
    ? `${address.region} is not a region of ${country} that we know`
    : `${address.postalCode} does not look like a postal code of ${country}${example ? `, such as ${example}` : ''}`
}

/** What looks wrong in an address that was accepted; undefined where nothing does. */
export const toAddressWarnings = (address: Address): FieldError[] | undefined => {
  const warnings = findDoubtfulParts(address).map((part) => ({
    path: `shippingAddress.${part}`,
    message: toMessage(part, address),
  }))
  return warnings.length === 0 ? undefined : warnings
}
