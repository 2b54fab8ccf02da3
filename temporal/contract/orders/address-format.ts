/** Which parts an address has in a country, and what they are called there. */

import type { z } from 'zod'
import type { AddressFormatSchema } from '../schemas/address-response'

/** The parts that depend on the country; a name and a country are part of every address. */
export const ADDRESS_PARTS = ['line1', 'line2', 'district', 'city', 'region', 'postalCode'] as const
export type AddressPart = (typeof ADDRESS_PARTS)[number]

/** What parts are called, as codes that pages translate. */
export const ADDRESS_LABELS = [
  'street',
  'addition',
  // Cities and their districts
  'city',
  'post_town',
  'suburb',
  'district',
  'neighborhood',
  'townland',
  'village_township',
  // Regions
  'province',
  'state',
  'region',
  'county',
  'prefecture',
  'emirate',
  'parish',
  'island',
  'department',
  'area',
  'do_si',
  'oblast',
  // Postal codes
  'postal',
  'zip',
  'eircode',
  'pin',
] as const
export type AddressLabel = (typeof ADDRESS_LABELS)[number]

/** The format of a country, as the API describes it. */
export type AddressFormat = z.output<typeof AddressFormatSchema>
