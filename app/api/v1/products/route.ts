import { apiRoute } from '@/app/_server/api/api-route'
import { orderEndpoints } from '@/app/_server/api/order-endpoints'
import { listProducts } from '@/app/_server/orders/list-products'

export const GET = apiRoute(orderEndpoints.products, listProducts)
