import { apiRoute } from '@/app/_server/api/api-route'
import { answerInteraction } from '@/app/_server/cases/answer-interaction'
import { taskEndpoints } from '@/temporal/contract/schemas/endpoints/task-endpoints'

export const POST = apiRoute(taskEndpoints.answer, answerInteraction)
