import { apiRoute } from '@/app/_server/api/api-route'
import { caseEndpoints } from '@/app/_server/api/case-endpoints'
import { listCases } from '@/app/_server/cases/list-cases'

export const GET = apiRoute(caseEndpoints.list, listCases)
