import { defineRoute } from '@/app/_server/http/define'
import { pendingStatus } from '@/app/_server/http/route-input'
import { decideCase } from '@/app/_server/verbs/decide-case'
import { DecideCase } from '@/temporal/contract/schemas/case'

export const POST = defineRoute({
  schema: DecideCase,
  verb: decideCase,
  auth: 'required',
  status: pendingStatus,
})
