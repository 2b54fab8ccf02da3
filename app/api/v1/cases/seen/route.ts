import { apiRoute } from '@/app/_server/api/api-route'
import { taskEndpoints } from '@/app/_server/api/task-endpoints'
import { markRead } from '@/app/_server/cases/mark-read'

export const POST = apiRoute(taskEndpoints.markRead, markRead)
