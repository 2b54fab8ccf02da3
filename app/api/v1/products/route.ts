import { defineRoute } from '@/app/_server/http/define'
import { listProducts } from '@/app/_server/verbs/list-products'
import { Nothing } from '@/temporal/contract/schemas/events'

export const GET = defineRoute({ schema: Nothing, verb: listProducts, auth: 'optional' })
