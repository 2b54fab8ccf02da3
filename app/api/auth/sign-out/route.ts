import { defineRoute } from '@/app/_server/http/define'
import { signOut } from '@/app/_server/verbs/sign-out'
import { Nothing } from '@/temporal/contract/schemas/people'

export const POST = defineRoute({ schema: Nothing, verb: signOut, auth: 'optional' })
