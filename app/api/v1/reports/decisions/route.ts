import { apiRoute } from '@/app/_server/api/api-route'
import { readReport } from '@/app/_server/reports/read-report'
import { caseEndpoints } from '@/temporal/contract/schemas/endpoints/case-endpoints'

export const GET = apiRoute(caseEndpoints.report, readReport)
