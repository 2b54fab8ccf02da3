import { apiRoute } from '@/app/_server/api/api-route'
import { markRead } from '@/app/_server/cases/mark-read'
import { taskEndpoints } from '@/temporal/contract/schemas/endpoints/task-endpoints'

export const POST = apiRoute(taskEndpoints.markRead, markRead)
