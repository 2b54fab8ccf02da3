import { apiRoute } from '@/app/_server/api/route'
import { taskCalls } from '@/app/_server/api/task-calls'
import { claimCase } from '@/app/_server/verbs/claim-case'

export const POST = apiRoute(taskCalls.claim, claimCase)
