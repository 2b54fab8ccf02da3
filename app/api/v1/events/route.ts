import { apiHandler } from '@/app/_server/api/api-route'
import { openCaseEvents } from '@/app/_server/api/event-streams'
import { orderEndpoints } from '@/temporal/contract/schemas/endpoints/order-endpoints'

export const GET = apiHandler(orderEndpoints.events, openCaseEvents)
