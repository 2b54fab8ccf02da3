import { defineRoute } from '@/app/_server/http/define'
import { pendingStatus, pressOf } from '@/app/_server/http/route-input'
import { releaseCase } from '@/app/_server/verbs/release-case'
import { TouchCase } from '@/temporal/contract/schemas/case'

export const POST = defineRoute({
  schema: TouchCase,
  verb: releaseCase,
  auth: 'required',
  input: pressOf,
  status: pendingStatus,
})
