import { defineRoute } from '@/app/_server/api/define'
import { signIn } from '@/app/_server/auth/sign-in'
import { SignIn } from '@/temporal/contract/schemas/people'

export const POST = defineRoute({ schema: SignIn, verb: signIn, auth: 'optional' })
