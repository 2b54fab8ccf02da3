import { defineRoute } from '@/app/_server/http/define'
import { pendingStatus, pressOf } from '@/app/_server/http/route-input'
import { commentCase } from '@/app/_server/verbs/comment-case'
import { CommentCase } from '@/temporal/contract/schemas/case'

export const POST = defineRoute({
  schema: CommentCase,
  verb: commentCase,
  auth: 'required',
  input: pressOf,
  status: pendingStatus,
})
