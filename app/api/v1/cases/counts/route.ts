import { apiRoute } from '@/app/_server/api/api-route'
import { countCases } from '@/app/_server/cases/count-cases'
import { caseEndpoints } from '@/temporal/contract/schemas/endpoints/case-endpoints'

export const GET = apiRoute(caseEndpoints.counts, countCases)
