import { apiRoute } from '@/app/_server/api/api-route'
import { caseEndpoints } from '@/app/_server/api/case-endpoints'
import { readCase } from '@/app/_server/cases/read-case'

export const GET = apiRoute(caseEndpoints.read, readCase)
