import { defineRoute } from '@/app/_server/http/define'
import { seeCases } from '@/app/_server/verbs/see-cases'
import { SeeCases } from '@/temporal/contract/schemas/case'

export const POST = defineRoute({ schema: SeeCases, verb: seeCases, auth: 'required' })
