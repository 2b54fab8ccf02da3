import { defineRoute } from '@/app/_server/http/define'
import { pendingStatus } from '@/app/_server/http/route-input'
import { answerInteraction } from '@/app/_server/verbs/answer-interaction'
import { AnswerInteraction } from '@/temporal/contract/schemas/case'

export const POST = defineRoute({
  schema: AnswerInteraction,
  verb: answerInteraction,
  auth: 'required',
  status: pendingStatus,
})
