import { defineRoute } from '@/app/_server/api/define-route'
import { signIn } from '@/app/_server/auth/sign-in'
import { SignIn } from '@/temporal/contract/schemas/people-request'

export const POST = defineRoute({ schema: SignIn, verb: signIn, auth: 'optional' })
