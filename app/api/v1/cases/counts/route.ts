import { defineRoute } from '@/app/_server/http/define'
import { caseCounts } from '@/app/_server/verbs/case-counts'
import { Nothing } from '@/temporal/contract/schemas/events'

export const GET = defineRoute({ schema: Nothing, verb: caseCounts, auth: 'required' })
