import { apiRoute } from '@/app/_server/api/api-route'
import { assignCase } from '@/app/_server/cases/assign-case'
import { taskEndpoints } from '@/temporal/contract/schemas/endpoints/task-endpoints'

export const POST = apiRoute(taskEndpoints.assign, assignCase)
