import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { readInvitation } from '@/app/_server/auth/read-invitation'
import { runtime } from '@/app/_server/platform/runtime'
import { InvitationForm } from '@/components/account/invitation-form'
import * as paths from '@/temporal/contract/paths'
import { AuthFrame } from '../../auth-frame'
import { submitInvitation } from './actions'

export const metadata: Metadata = { title: 'Invitation' }

const InvitationPage = async ({ params }: { params: Promise<{ token: string }> }) => {
  const { token } = await params
  const found = await readInvitation({ runtime: runtime(), now: new Date() }, token)
  if (found.state !== 'open') redirect(paths.invitationRefused({ why: found.state }))
  return (
    <AuthFrame title="Welcome" intro="Choose a password, and you are in.">
      <InvitationForm
        action={submitInvitation}
        invitation={{ token, email: found.email, name: found.name }}
      />
    </AuthFrame>
  )
}

export default InvitationPage
