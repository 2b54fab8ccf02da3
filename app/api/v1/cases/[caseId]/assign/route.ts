import { defineRoute } from '@/app/_server/http/define'
import { pendingStatus, pressOf } from '@/app/_server/http/route-input'
import { assignCase } from '@/app/_server/verbs/assign-case'
import { AssignCase } from '@/temporal/contract/schemas/case'

export const POST = defineRoute({
  schema: AssignCase,
  verb: assignCase,
  auth: 'required',
  input: pressOf,
  status: pendingStatus,
})
