import { expect, it } from 'vitest'
import { UNKNOWN_FORMAT } from '@/temporal/contract/addresses/get-address-format'
import { CONFIRMED_CODE, keepConfirmation } from './address-state'

const CODE = 'DE 1234'
const asked = { value: CODE, isConfirmed: false }
const ticked = { value: CODE, isConfirmed: true }

it.each([
  ['was ticked', asked, { [CONFIRMED_CODE]: CODE }, ticked],
  ['was ticked on a page that was loaded again since', null, { [CONFIRMED_CODE]: CODE }, ticked],
  ['was not ticked', asked, {}, asked],
  ['was unticked again', ticked, {}, asked],
  ['was not there', null, {}, null],
])('shows the box of a postal code that %s as it was sent', (_what, doubt, values, expected) => {
  expect(keepConfirmation({ format: UNKNOWN_FORMAT, doubt }, values).doubt).toEqual(expected)
})
