import { apiRoute } from '@/app/_server/api/api-route'
import { retryParkedCases } from '@/app/_server/cases/retry-parked-cases'
import { taskEndpoints } from '@/temporal/contract/schemas/endpoints/task-endpoints'

export const POST = apiRoute(taskEndpoints.retryAll, retryParkedCases)
