/** Responses about addresses. */

import { z } from 'zod'
import { ADDRESS_LABELS, ADDRESS_PARTS } from '../orders/address-format'

export const AddressFormatSchema = z.object({
  country: z.string().describe('ISO 3166-1 alpha-2, or AC, TA, XK'),
  parts: z
    .array(
      z.object({
        part: z.enum(ADDRESS_PARTS),
        label: z.enum(ADDRESS_LABELS).describe('What the part is called there'),
        required: z.boolean(),
      }),
    )
    .describe('In the order in which they are written there'),
  regions: z
    .array(z.object({ value: z.string().describe('As orders store it'), name: z.string() }))
    .describe('Empty where a region is any text, or no part of an address'),
  postalCodePattern: z
    .string()
    .nullable()
    .describe(
      'Regular expression of a whole postal code; a code that does not match is accepted with a warning',
    ),
  postalCodeExample: z.string().nullable(),
})
