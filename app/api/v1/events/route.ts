import { apiHandler } from '@/app/_server/api/api-route'
import { openCaseEvents } from '@/app/_server/api/event-streams'
import { orderEndpoints } from '@/app/_server/api/order-endpoints'

export const GET = apiHandler(orderEndpoints.events, openCaseEvents)
