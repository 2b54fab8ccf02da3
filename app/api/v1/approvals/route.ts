import { defineRoute } from '@/app/_server/http/define'
import { replayHeaders, startOf } from '@/app/_server/http/route-input'
import { startApproval } from '@/app/_server/verbs/start-approval'
import { StartApproval } from '@/temporal/contract/schemas/approval'

export const POST = defineRoute({
  schema: StartApproval,
  verb: startApproval,
  auth: 'required',
  input: startOf,
  status: 201,
  headers: replayHeaders,
  answer: ({ approval }) => approval,
})
