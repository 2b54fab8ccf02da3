import { apiRoute } from '@/app/_server/api/api-route'
import { taskEndpoints } from '@/app/_server/api/task-endpoints'
import { answerInteraction } from '@/app/_server/cases/answer-interaction'

export const POST = apiRoute(taskEndpoints.answer, answerInteraction)
