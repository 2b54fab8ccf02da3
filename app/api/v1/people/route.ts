import { orderCalls } from '@/app/_server/api/order-calls'
import { apiRoute } from '@/app/_server/api/route'
import { listPeople } from '@/app/_server/verbs/list-people'

export const GET = apiRoute(orderCalls.people, listPeople)
