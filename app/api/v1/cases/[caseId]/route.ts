import { defineRoute } from '@/app/_server/http/define'
import { readCase } from '@/app/_server/verbs/read-case'
import { ReadCase } from '@/temporal/contract/schemas/case'

export const GET = defineRoute({ schema: ReadCase, verb: readCase, auth: 'required' })
