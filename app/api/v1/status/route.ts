import { defineRoute } from '@/app/_server/http/define'
import { readStatus } from '@/app/_server/verbs/read-status'
import { Nothing } from '@/temporal/contract/schemas/events'

export const GET = defineRoute({ schema: Nothing, verb: readStatus, auth: 'required' })
