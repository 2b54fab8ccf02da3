import type { z } from 'zod'
import { hasOpenInvitation } from '@/db/queries/people/invitations'
import { AppError } from '@/temporal/contract/errors'
import type { PersonRef } from '@/temporal/contract/schemas/people'
import type { Verb } from '../auth/context'
import { recordAudit } from '../auth/record-audit'
import { changeAccount } from './change-account'
import { type CreatedInvitation, createInvitationLink } from './create-invitation-link'

/**
 * A new link for somebody who has not come; the one before it ends.
 * @throws AppError NOT_FOUND, INVITATION_ENDED for somebody who came
 */
export const renewInvitation: Verb<z.output<typeof PersonRef>, CreatedInvitation> = (ctx, { userId }) =>
  changeAccount(ctx, userId, {}, async (tx, { name }) => {
    if (!(await hasOpenInvitation(tx, userId)))
      throw new AppError('INVITATION_ENDED', 'They have set a password already')
    const link = await createInvitationLink(ctx, tx, userId)
    await recordAudit(ctx, tx, 'user.invite.renew', `user:${userId}`)
    return { userId, name, ...link }
  })
