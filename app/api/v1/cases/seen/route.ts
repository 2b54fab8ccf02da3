import { apiRoute } from '@/app/_server/api/route'
import { taskCalls } from '@/app/_server/api/task-calls'
import { seeCases } from '@/app/_server/verbs/see-cases'

export const POST = apiRoute(taskCalls.see, seeCases)
