/** Takes a cell apart that holds all products of an order as `key: value` texts. */

import type { Mapping } from '../mapping/mapping-schema'

type Products = NonNullable<Mapping['products']>

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/**
 * Keys stand in a known order, so values may contain every mark: a value ends where the next key begins, and the last
 * one where the first key begins again.
 */
const toPattern = ({ keys, between }: Products): RegExp => {
  const [first = '', ...others] = keys.map((key) => escaped(key))
  const rest = others.map((key) => `,\\s*${key}:\\s*(.*?)`).join('')
  return new RegExp(`${first}:\\s*(.*?)${rest}\\s*(?:${escaped(between)}\\s*(?=${first}:)|$)`, 'suy')
}

/** Values of each product by key, or null for a cell of another form. */
export const splitProducts = (cell: string, products: Products): Map<string, string>[] | null => {
  const pattern = toPattern(products)
  const found: Map<string, string>[] = []
  while (pattern.lastIndex < cell.length) {
    const match = pattern.exec(cell)
    if (!match) return null
    found.push(new Map(products.keys.map((key, index) => [key, match[index + 1]?.trim() ?? ''])))
  }
  return found.length === 0 ? null : found
}
