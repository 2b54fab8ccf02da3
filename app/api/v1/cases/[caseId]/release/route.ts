import { apiRoute } from '@/app/_server/api/route'
import { taskCalls } from '@/app/_server/api/task-calls'
import { releaseCase } from '@/app/_server/verbs/release-case'

export const POST = apiRoute(taskCalls.release, releaseCase)
