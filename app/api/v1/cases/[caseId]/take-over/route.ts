import { apiRoute } from '@/app/_server/api/api-route'
import { takeOverCase } from '@/app/_server/cases/take-over-case'
import { taskEndpoints } from '@/temporal/contract/schemas/endpoints/task-endpoints'

export const POST = apiRoute(taskEndpoints.takeOver, takeOverCase)
