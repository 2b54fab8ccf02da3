import { defineRoute } from '@/app/_server/api/define'
import { signOut } from '@/app/_server/auth/sign-out'
import { EmptyForm } from '@/temporal/contract/schemas/people'

export const POST = defineRoute({ schema: EmptyForm, verb: signOut, auth: 'optional' })
