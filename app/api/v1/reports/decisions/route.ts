import { apiRoute } from '@/app/_server/api/api-route'
import { caseEndpoints } from '@/app/_server/api/case-endpoints'
import { readReport } from '@/app/_server/reports/read-report'

export const GET = apiRoute(caseEndpoints.report, readReport)
