import { apiRoute } from '@/app/_server/api/api-route'
import { taskEndpoints } from '@/app/_server/api/task-endpoints'
import { claimCase } from '@/app/_server/cases/claim-case'

export const POST = apiRoute(taskEndpoints.claim, claimCase)
