import { apiStartRoute } from '@/app/_server/api/api-route'
import { startApproval } from '@/app/_server/cases/start-approval'
import { caseEndpoints } from '@/temporal/contract/schemas/endpoints/case-endpoints'

export const POST = apiStartRoute(caseEndpoints.start, startApproval, ({ approval }) => approval)
