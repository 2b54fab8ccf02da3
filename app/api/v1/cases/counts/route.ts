import { apiRoute } from '@/app/_server/api/api-route'
import { caseEndpoints } from '@/app/_server/api/case-endpoints'
import { countCases } from '@/app/_server/cases/count-cases'

export const GET = apiRoute(caseEndpoints.counts, countCases)
