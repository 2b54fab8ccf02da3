import { apiRoute } from '@/app/_server/api/api-route'
import { listProducts } from '@/app/_server/orders/list-products'
import { orderEndpoints } from '@/temporal/contract/schemas/endpoints/order-endpoints'

export const GET = apiRoute(orderEndpoints.products, listProducts)
