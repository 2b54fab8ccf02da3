import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findMapping } from './mapping/choose-mapping'
import type { Plan } from './orders/plan'
import { EXPORTS, planExport } from './testing/plan-file'

const sumOf = ({ orders }: Plan) => orders.reduce((sum, { totalMinor }) => sum + totalMinor, 0)
const figures = (plan: Plan) => ({
  orders: plan.orders.length,
  lines: plan.orders.reduce((sum, { body }) => sum + body.items.length, 0),
  sum: sumOf(plan),
  rejectedRows: plan.rejections.reduce((sum, { rows }) => sum + rows.length, 0),
  leftOut: plan.leftOut.length,
  returns: plan.returns.length,
})

/** Order count, lines, sum in minor units, rejected rows, what the mapping leaves out, returns. */
const EXPECTED: [file: string, ...figures: [number, number, number, number, number, number]][] = [
  ['storefront.csv', 2, 2, 133_500, 2, 1, 0],
  ['semicolon-cp1252.csv', 2, 3, 133_500, 0, 0, 0],
  ['unicode-text-utf16.txt', 2, 2, 4_800, 0, 0, 0],
  ['shop-38-columns.csv', 50, 101, 3_776_039, 0, 0, 0],
  ['retail-quoted.csv', 1_678, 1_958, 3_442_202, 0, 0, 42],
  ['auction-report.csv', 3, 4, 137_550, 0, 1, 0],
  ['quotes-in-tabs.txt', 5, 6, 149_800, 0, 0, 0],
  ['doubled-headings.csv', 2, 3, 9_600, 1, 1, 0],
  ['one-row-per-piece.csv', 2, 4, 136_850, 0, 1, 0],
  ['products-in-a-cell.csv', 3, 5, 18_400, 0, 1, 0],
  ['shift-jis.csv', 2, 3, 7_940, 0, 0, 0],
  ['account-activity.csv', 3, 3, 138_700, 0, 5, 1],
  ['saved-by-a-spreadsheet.csv', 1, 1, 6_800, 5, 0, 0],
  ['etsy-sold-order-items.csv', 2, 3, 9_800, 0, 1, 0],
  ['squarespace-orders.csv', 2, 3, 136_100, 0, 1, 0],
  ['faire-orders.csv', 2, 3, 43_500, 0, 1, 0],
]

describe('an export', () => {
  it.each(EXPECTED)(
    '%s gives the orders that are in it',
    (file, orders, lines, sum, rejectedRows, leftOut, returns) => {
      expect(figures(planExport(file).plan)).toEqual({ orders, lines, sum, rejectedRows, leftOut, returns })
    },
  )

  it.each(EXPECTED)('%s finds its mapping by its headings', (file) => {
    const path = join(EXPORTS, file)
    const { path: mapping } = findMapping({ path, bytes: readFileSync(path), encoding: undefined })
    expect(basename(mapping)).toBe(`${file.replace(/\.\w+$/, '')}.json`)
  })
})
