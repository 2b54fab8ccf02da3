import { apiRoute } from '@/app/_server/api/api-route'
import { taskEndpoints } from '@/app/_server/api/task-endpoints'
import { decideCase } from '@/app/_server/cases/decide-case'

export const POST = apiRoute(taskEndpoints.decide, decideCase)
