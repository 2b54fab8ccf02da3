import { fillPath, getRoute } from '@/temporal/contract/api-routes'
import type { AddressFormat } from '@/temporal/contract/orders/address-format'

const loaded = new Map<string, Promise<AddressFormat | null>>()

const request = async (country: string): Promise<AddressFormat | null> => {
  try {
    const { path } = fillPath(getRoute('addressFormat').path, { country })
    const response = await fetch(path)
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

/** The format of a country by its code or name, once for each; null where it is unknown or there is no answer. */
export const loadAddressFormat = async (country: string): Promise<AddressFormat | null> => {
  const pending = loaded.get(country) ?? request(country)
  loaded.set(country, pending)
  const format = await pending
  if (!format) loaded.delete(country)
  return format
}
