import type { Metadata } from 'next'
import { listGroups } from '@/app/_server/people/list-groups'
import { InviteForm } from '@/components/people/invite-form'
import { PeopleFrame } from '@/components/people/people-frame'
import * as paths from '@/temporal/contract/paths'
import { actingAs } from '../../_lib/acting-as'
import { getRequestContext } from '../../_lib/request-context'
import { requireAdmin } from '../../_lib/require-admin'
import { invite } from '../actions'

export const metadata: Metadata = { title: 'Invite' }

const InvitePage = async () => {
  const viewer = await requireAdmin(paths.invitePerson())
  const { items } = await listGroups(await getRequestContext())
  return (
    <PeopleFrame
      tab="people"
      title="Invite somebody"
      intro="They set their own password by a link that only you are shown."
    >
      <InviteForm
        groups={items.map(({ id, name }) => ({ id, name }))}
        action={actingAs(viewer, { invite }).invite}
      />
    </PeopleFrame>
  )
}

export default InvitePage
