import type { OfferedProduct } from './order-form-state'

/** What was chosen, with all that it takes to say what it costs. */
export interface SelectedLines {
  lines: { product: OfferedProduct; quantity: number }[]
  currency: string
  moneyLocale: string
}

/** The server prices the order again from its catalogue. */
export const sumTotalCents = ({ lines }: Pick<SelectedLines, 'lines'>): number =>
  lines.reduce((sum, { product, quantity }) => sum + product.unitCents * quantity, 0)
