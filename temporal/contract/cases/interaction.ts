/** The question that a workflow asks a person, answered once. */

import type { z } from 'zod'
import { fillPath, getRoute } from '../api-routes'
import type { activeInteraction } from '../schemas/response-fields'

/** With `submitUrl`, where the answer is posted. */
export type ActiveInteraction = z.output<typeof activeInteraction>

type WithoutSubmitUrl<T> = T extends unknown ? Omit<T, 'submitUrl'> : never

/** As the workflow keeps it; `submitUrl` is added in responses. */
export type Interaction = WithoutSubmitUrl<ActiveInteraction>

export type InteractionAction = Extract<
  ActiveInteraction,
  { interactionType: 'action_buttons' }
>['payload']['actions'][number]
export type SimpleForm = NonNullable<InteractionAction['form']>
export type FormField = SimpleForm['payload']['fields'][number]

/** URL to which the answer to an interaction of `caseId` is posted. */
export const toSubmitUrl = (caseId: string): string =>
  fillPath(getRoute('answerInteraction').path, { caseId }).path
