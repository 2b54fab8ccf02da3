import type { Metadata } from 'next'
import { listGroups } from '@/app/_server/verbs/groups'
import { PeopleFrame } from '@/components/console/people-frame'
import { InviteForm } from '@/components/console/people-invite-form'
import { readingContext } from '../../reading'
import { invite } from '../actions'
import { requireAdmin } from '../admin-only'

export const metadata: Metadata = { title: 'Invite' }

const InvitePage = async () => {
  await requireAdmin('/people/invite')
  const { items } = await listGroups(await readingContext())
  return (
    <PeopleFrame
      part="/people"
      title="Invite somebody"
      intro="They set their own password by a link that only you are shown."
    >
      <InviteForm groups={items.map(({ id, name }) => ({ id, name }))} action={invite} />
    </PeopleFrame>
  )
}

export default InvitePage
