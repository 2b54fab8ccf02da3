import { apiRoute } from '@/app/_server/api/route'
import { taskCalls } from '@/app/_server/api/task-calls'
import { assignCase } from '@/app/_server/verbs/assign-case'

export const POST = apiRoute(taskCalls.assign, assignCase)
