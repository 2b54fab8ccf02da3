import { apiRoute } from '@/app/_server/api/api-route'
import { taskEndpoints } from '@/app/_server/api/task-endpoints'
import { assignCase } from '@/app/_server/cases/assign-case'

export const POST = apiRoute(taskEndpoints.assign, assignCase)
