import { defineRoute } from '@/app/_server/http/define'
import { readReport } from '@/app/_server/verbs/read-report'
import { ReadReport } from '@/temporal/contract/schemas/report'

export const GET = defineRoute({ schema: ReadReport, verb: readReport, auth: 'required' })
