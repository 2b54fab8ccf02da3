import { apiRoute } from '@/app/_server/api/route'
import { taskCalls } from '@/app/_server/api/task-calls'
import { decideCase } from '@/app/_server/verbs/decide-case'

export const POST = apiRoute(taskCalls.decide, decideCase)
