import type { Verb } from '@/app/_server/auth/context'
import { getAddressFormat } from '@/temporal/contract/addresses/get-address-format'
import type { AddressFormat } from '@/temporal/contract/orders/address-format'
import type { ReadAddressFormat } from '@/temporal/contract/schemas/address-request'

/** Which parts an address has in a country. */
export const readAddressFormat: Verb<ReadAddressFormat, AddressFormat> = async (_ctx, { country }) => {
  const format = getAddressFormat(country)
  if (!format) throw new Error(`There is no address format of ${country}`)
  return format
}
