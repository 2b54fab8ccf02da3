import { apiRoute } from '@/app/_server/api/api-route'
import { readAddressFormat } from '@/app/_server/orders/read-address-format'
import { orderEndpoints } from '@/temporal/contract/schemas/endpoints/order-endpoints'

export const GET = apiRoute(orderEndpoints.addressFormat, readAddressFormat, {
  headers: { 'Cache-Control': 'public, max-age=86400' },
})
