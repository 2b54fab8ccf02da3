import { apiRoute } from '@/app/_server/api/api-route'
import { searchColleagues } from '@/app/_server/people/search-colleagues'
import { orderEndpoints } from '@/temporal/contract/schemas/endpoints/order-endpoints'

export const GET = apiRoute(orderEndpoints.people, searchColleagues)
