/**
 * Which region a form shows. One that was chosen from a list belongs to its country: the same code means Pennsylvania in
 * the US, and Pará in Brazil. One that was typed as text goes along, and counts where a list has it.
 */

import type { AddressFormat } from '@/temporal/contract/orders/address-format'
import { ADDRESS, addressField, COUNTRY, REGION_OF } from './address-state'

type Values = Readonly<Record<string, string>>

const REGION = addressField('region')

const listedKey = (country: string): string => `${REGION} of ${country}`

/** What is typed into the address, by field; a region that was chosen from a list by its country too. */
export const toTyped = (form: Values): Record<string, string> => {
  const listedIn = form[REGION_OF]
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => {
      if (!name.startsWith(ADDRESS)) return []
      return [[name === REGION && listedIn ? listedKey(listedIn) : name, value]]
    }),
  )
}

/** The region of `values`, where it is one of `country`. */
const ownRegion = (country: string, values: Values): string => {
  const owner = values[REGION_OF] || values[COUNTRY]
  return !owner || owner === country ? (values[REGION] ?? '') : ''
}

/** The region as its list holds it, where it was typed as text before. */
const findOption = (regions: AddressFormat['regions'], text: string): string =>
  regions.find(({ value, name }) => [value, name].some((known) => known.toLowerCase() === text.toLowerCase()))
    ?.value ?? ''

/**
 * The region that a country's field starts with.
 * @param typed what was typed into earlier fields, see `toTyped`
 * @param values values that the form started with
 */
export const startRegion = (
  { country, regions }: Pick<AddressFormat, 'country' | 'regions'>,
  typed: Values,
  values: Values,
): string => {
  const text = typed[listedKey(country)] ?? (typed[REGION] || ownRegion(country, values))
  return regions.length > 0 ? findOption(regions, text) : text
}
