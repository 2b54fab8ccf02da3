import { defineRoute } from '@/app/_server/http/define'
import { listCases } from '@/app/_server/verbs/list-cases'
import { ListCases } from '@/temporal/contract/schemas/list'

export const GET = defineRoute({ schema: ListCases, verb: listCases, auth: 'required' })
