/** What an approval asks: two buttons, of which the red one wants a reason first. */

import { MAX_COMMENT_LENGTH } from '../contract/approval'
import type { Interaction } from '../contract/interaction'

/** The question of `round`; each round has an id of its own and is answered once. */
export const decisionButtons = (approvalId: string, round: number, prompt: string): Interaction => ({
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
                label: 'Reason',
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
