/** Requests about addresses. */

import { z } from 'zod'
import { parseCountry } from '../orders/parse-country'
import { text } from './request-fields'

/** The code of a country that is sent by its code or its name. */
const countryCode = text('The country', 60).transform((country, ctx) => {
  const code = parseCountry(country)
  if (code === null) ctx.addIssue({ code: 'custom', message: `There is no country ${country}` })
  return code ?? ''
})

export const ReadAddressFormat = z.strictObject({ country: countryCode })
export type ReadAddressFormat = z.output<typeof ReadAddressFormat>
