import { apiRoute } from '@/app/_server/api/api-route'
import { orderEndpoints } from '@/app/_server/api/order-endpoints'
import { searchColleagues } from '@/app/_server/people/search-colleagues'

export const GET = apiRoute(orderEndpoints.people, searchColleagues)
