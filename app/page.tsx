import { redirect } from 'next/navigation'
import { currentActor } from '@/app/_server/auth/current-actor'
import { isStaff } from '@/temporal/contract/auth/actor'
import * as paths from '@/temporal/contract/paths'

/** Staff start in their inbox, everyone else in the shop. */
const Start = async () => {
  const actor = await currentActor()
  redirect(actor && isStaff(actor) ? paths.inbox() : paths.order())
}

export default Start
