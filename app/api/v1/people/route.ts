import { defineRoute } from '@/app/_server/http/define'
import { listPeople } from '@/app/_server/verbs/list-people'
import { ListPeople } from '@/temporal/contract/schemas/people'

export const GET = defineRoute({ schema: ListPeople, verb: listPeople, auth: 'required' })
