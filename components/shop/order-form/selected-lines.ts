import type { OfferedProduct } from './order-form-state'

/** The selected products with what is needed to compute and format their price. */
export interface SelectedLines {
  lines: { product: OfferedProduct; quantity: number }[]
  currency: string
  moneyLocale: string
}

/** Total in minor units, for display: the server computes its own from the catalogue. */
export const sumTotalCents = ({ lines }: Pick<SelectedLines, 'lines'>): number =>
  lines.reduce((sum, { product, quantity }) => sum + product.unitCents * quantity, 0)
