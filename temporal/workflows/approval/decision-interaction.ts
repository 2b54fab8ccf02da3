/** The interaction of an approval: two buttons, of which Reject requires a reason. */

import { type ApprovalInput, MAX_COMMENT_LENGTH } from '../../contract/cases/approval'
import type { Interaction } from '../../contract/cases/interaction'

/**
 * The interaction of `round`; each round has its own id and is decided once.
 * The label of an order's reason warns its author that the customer will read it.
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
