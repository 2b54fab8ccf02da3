import { apiStartRoute } from '@/app/_server/api/api-route'
import { caseEndpoints } from '@/app/_server/api/case-endpoints'
import { startApproval } from '@/app/_server/cases/start-approval'

export const POST = apiStartRoute(caseEndpoints.start, startApproval, ({ approval }) => approval)
