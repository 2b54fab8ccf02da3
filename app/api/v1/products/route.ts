import { orderCalls } from '@/app/_server/api/order-calls'
import { apiRoute } from '@/app/_server/api/route'
import { listProducts } from '@/app/_server/verbs/list-products'

export const GET = apiRoute(orderCalls.products, listProducts)
