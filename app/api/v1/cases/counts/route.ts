import { defineRoute } from '@/app/_server/http/define'
import { caseCounts } from '@/app/_server/verbs/case-counts'
import { CountCases } from '@/temporal/contract/schemas/list'

export const GET = defineRoute({ schema: CountCases, verb: caseCounts, auth: 'required' })
