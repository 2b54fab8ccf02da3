import { apiRoute } from '@/app/_server/api/api-route'
import { listCases } from '@/app/_server/cases/list-cases'
import { caseEndpoints } from '@/temporal/contract/schemas/endpoints/case-endpoints'

export const GET = apiRoute(caseEndpoints.list, listCases)
