/** The currency of a file: one for all its orders, since amounts of two currencies cannot be added. */

import { isCurrency } from '../../../temporal/contract/currencies'
import { DEFAULT_CURRENCY } from '../../../temporal/contract/money'
import type { Mapping } from '../mapping/mapping-schema'
import { FileFault } from '../read/file-fault'
import { quoted } from '../read/printable'
import { readValue } from '../values/read-value'
import type { RowGroup } from './group-rows'
import type { LeftOut } from './plan'
import { columnsOf, type ReadCell } from './read-cells'

const currenciesOf = ({ rows }: RowGroup, mapping: Mapping, read: ReadCell): string[] => {
  if (mapping.currency === undefined) return [DEFAULT_CURRENCY]
  const found = rows.map((row) => readValue(mapping.currency, columnsOf(read, row, 'code')).toUpperCase())
  return [...new Set(found.filter((currency) => currency !== ''))]
}

const onlyOf = ({ currency }: Mapping): string | undefined =>
  typeof currency === 'object' ? currency.only : undefined

/** Leaves out orders in other currencies than the one that the mapping takes. */
export const splitCurrencies = (
  groups: readonly RowGroup[],
  mapping: Mapping,
  read: ReadCell,
): { groups: RowGroup[]; leftOut: LeftOut[] } => {
  const only = onlyOf(mapping)
  if (only === undefined) return { groups: [...groups], leftOut: [] }
  const isOther = (group: RowGroup) =>
    currenciesOf(group, mapping, read).some((currency) => currency !== only)
  const leftOut = groups.filter(isOther).map((group) => ({
    because: `the currency is ${currenciesOf(group, mapping, read).join(' and ')}, and the mapping takes ${only} only`,
    number: group.number,
    isOrder: true,
    rows: group.rows,
  }))
  return { groups: groups.filter((group) => !isOther(group)), leftOut }
}

/**
 * The currency of all orders.
 * @throws FileFault for several currencies, and for what is no code of a currency
 */
export const findCurrency = (
  groups: readonly RowGroup[],
  mapping: Mapping,
  read: ReadCell,
  name: string,
): string => {
  const found = [...new Set(groups.flatMap((group) => currenciesOf(group, mapping, read)))]
  if (found.length > 1)
    throw new FileFault(
      `${name} has amounts in ${found.map(quoted).join(', ')}, which cannot be imported together: name one in "only" of "currency".`,
    )
  const [currency = onlyOf(mapping) ?? DEFAULT_CURRENCY] = found
  if (!isCurrency(currency)) throw new FileFault(`${quoted(currency)} is no code of a currency.`)
  return currency
}
