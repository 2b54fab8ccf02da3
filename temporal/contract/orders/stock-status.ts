import type { OrderView } from './order'

/** Status of the order's stock; reserved stock counts as shipped once the carrier has it. */
export const getStockStatus = ({ stock, shipment }: Pick<OrderView, 'stock' | 'shipment'>) =>
  stock === 'reserved' && shipment?.shippedAt ? 'shipped' : stock
