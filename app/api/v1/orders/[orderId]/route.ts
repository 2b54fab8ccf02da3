import { defineRoute } from '@/app/_server/http/define'
import { readOrder } from '@/app/_server/verbs/read-order'
import { ReadOrder } from '@/temporal/contract/schemas/order'

export const GET = defineRoute({ schema: ReadOrder, verb: readOrder, auth: 'required' })
