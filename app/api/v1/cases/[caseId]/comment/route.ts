import { apiRoute } from '@/app/_server/api/route'
import { taskCalls } from '@/app/_server/api/task-calls'
import { commentCase } from '@/app/_server/verbs/comment-case'

export const POST = apiRoute(taskCalls.comment, commentCase)
