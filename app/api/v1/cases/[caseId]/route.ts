import { apiRoute } from '@/app/_server/api/api-route'
import { readCase } from '@/app/_server/cases/read-case'
import { caseEndpoints } from '@/temporal/contract/schemas/endpoints/case-endpoints'

export const GET = apiRoute(caseEndpoints.read, readCase)
