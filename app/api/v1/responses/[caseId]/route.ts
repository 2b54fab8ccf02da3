import { apiRoute } from '@/app/_server/api/route'
import { taskCalls } from '@/app/_server/api/task-calls'
import { answerInteraction } from '@/app/_server/verbs/answer-interaction'

export const POST = apiRoute(taskCalls.answer, answerInteraction)
