import { apiRoute } from '@/app/_server/api/api-route'
import { readStatus } from '@/app/_server/health/read-status'
import { orderEndpoints } from '@/temporal/contract/schemas/endpoints/order-endpoints'

export const GET = apiRoute(orderEndpoints.status, readStatus)
