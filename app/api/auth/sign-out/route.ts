import { defineRoute } from '@/app/_server/api/define-route'
import { signOut } from '@/app/_server/auth/sign-out'
import { EmptyForm } from '@/temporal/contract/schemas/people-request'

export const POST = defineRoute({ schema: EmptyForm, verb: signOut, auth: 'optional' })
