import { apiRoute } from '@/app/_server/api/api-route'
import { decideCase } from '@/app/_server/cases/decide-case'
import { taskEndpoints } from '@/temporal/contract/schemas/endpoints/task-endpoints'

export const POST = apiRoute(taskEndpoints.decide, decideCase)
