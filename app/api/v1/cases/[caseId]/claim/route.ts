import { defineRoute } from '@/app/_server/http/define'
import { pendingStatus, pressOf } from '@/app/_server/http/route-input'
import { claimCase } from '@/app/_server/verbs/claim-case'
import { TouchCase } from '@/temporal/contract/schemas/case'

export const POST = defineRoute({
  schema: TouchCase,
  verb: claimCase,
  auth: 'required',
  input: pressOf,
  status: pendingStatus,
})
