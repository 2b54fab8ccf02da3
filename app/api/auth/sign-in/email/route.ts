import { defineRoute } from '@/app/_server/http/define'
import { signIn } from '@/app/_server/verbs/sign-in'
import { SignIn } from '@/temporal/contract/schemas/people'

export const POST = defineRoute({ schema: SignIn, verb: signIn, auth: 'optional' })
