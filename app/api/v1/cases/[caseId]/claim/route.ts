import { apiRoute } from '@/app/_server/api/api-route'
import { claimCase } from '@/app/_server/cases/claim-case'
import { taskEndpoints } from '@/temporal/contract/schemas/endpoints/task-endpoints'

export const POST = apiRoute(taskEndpoints.claim, claimCase)
