import { defineRoute } from '@/app/_server/define'
import { pendingStatus, pressOf } from '@/app/_server/route-input'
import { claimCase } from '@/app/_server/verbs/claim-case'
import { TouchCase } from '@/temporal/contract/schemas/case'

export const POST = defineRoute({
  schema: TouchCase,
  verb: claimCase,
  auth: 'required',
  input: pressOf,
  status: pendingStatus,
})
