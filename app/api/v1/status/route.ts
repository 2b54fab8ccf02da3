import { apiRoute } from '@/app/_server/api/api-route'
import { orderEndpoints } from '@/app/_server/api/order-endpoints'
import { readStatus } from '@/app/_server/health/read-status'

export const GET = apiRoute(orderEndpoints.status, readStatus)
