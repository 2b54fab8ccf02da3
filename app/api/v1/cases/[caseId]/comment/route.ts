import { apiRoute } from '@/app/_server/api/api-route'
import { taskEndpoints } from '@/app/_server/api/task-endpoints'
import { commentCase } from '@/app/_server/cases/comment-case'

export const POST = apiRoute(taskEndpoints.comment, commentCase)
