import { apiRoute } from '@/app/_server/api/api-route'
import { commentCase } from '@/app/_server/cases/comment-case'
import { taskEndpoints } from '@/temporal/contract/schemas/endpoints/task-endpoints'

export const POST = apiRoute(taskEndpoints.comment, commentCase)
