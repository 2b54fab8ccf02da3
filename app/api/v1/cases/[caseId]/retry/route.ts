import { apiRoute } from '@/app/_server/api/api-route'
import { retryCase } from '@/app/_server/cases/retry-case'
import { taskEndpoints } from '@/temporal/contract/schemas/endpoints/task-endpoints'

export const POST = apiRoute(taskEndpoints.retry, retryCase)
