/** What an approval asks: two buttons, of which the red one wants a reason first. */

import { type ApprovalInput, MAX_COMMENT_LENGTH } from '../../contract/cases/approval'
import type { Interaction } from '../../contract/cases/interaction'

/**
 * The question of `round`; each round has an id of its own and is answered once.
 * A customer reads why their order was rejected, so whoever writes the reason is told.
 */
export const createDecisionInteraction = (
  { approvalId, prompt, orderId }: ApprovalInput,
  round: number,
): Interaction => ({
  interactionId: `${approvalId}:${round}`,
  interactionType: 'action_buttons',
  prompt,
  payload: {
    actions: [
      { label: 'Approve', value: 'approved', style: 'primary' },
      {
        label: 'Reject',
        value: 'rejected',
        style: 'danger',
        form: {
          interactionType: 'simple_form',
          payload: {
            fields: [
              {
                name: 'comment',
                label: orderId === null ? 'Reason' : 'Reason, which the customer will read',
                fieldType: 'textarea',
                required: true,
                maxLength: MAX_COMMENT_LENGTH,
              },
            ],
          },
        },
      },
    ],
  },
})
