import type { z } from 'zod'
import { hasOpenInvitation } from '@/db/queries/people/invitations'
import { AppError } from '@/temporal/contract/errors'
import type { PersonRef } from '@/temporal/contract/schemas/people-request'
import type { Verb } from '../auth/context'
import { recordAudit } from '../auth/record-audit'
import { changeAccount } from './change-account'
import { type CreatedInvitation, createInvitationLink } from './create-invitation-link'

/**
 * Creates a new link for an invitation that was not accepted. The earlier link stops working.
 * @throws AppError OWN_ACCOUNT, NOT_FOUND, INVITATION_ENDED when the invitation was accepted
 */
export const renewInvitation: Verb<z.output<typeof PersonRef>, CreatedInvitation> = (ctx, { userId }) =>
  changeAccount(ctx, userId, {}, async (tx, { name }) => {
    if (!(await hasOpenInvitation(tx, userId)))
      throw new AppError('INVITATION_ENDED', 'They have set a password already')
    const link = await createInvitationLink(ctx, tx, userId)
    await recordAudit(ctx, tx, 'user.invite.renew', `user:${userId}`)
    return { userId, name, ...link }
  })
