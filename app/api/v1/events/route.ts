import { orderCalls } from '@/app/_server/api/order-calls'
import { apiHandler } from '@/app/_server/api/route'
import { openEvents } from '@/app/_server/live/event-streams'

export const GET = apiHandler(orderCalls.events, openEvents)
