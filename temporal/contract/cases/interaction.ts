/** What a workflow asks a person right now: one question, answered once. */

export interface InteractionAction {
  label: string
  value: string
  style: 'primary' | 'danger' | 'neutral'
  /** Fields to fill in before this action is sent, such as the reason of a rejection. */
  form?: SimpleForm
}

export interface FormField {
  name: string
  label: string
  fieldType: 'text' | 'textarea' | 'number' | 'date' | 'select' | 'checkbox'
  required: boolean
  defaultValue?: string | number | boolean
  maxLength?: number
}

export interface SimpleForm {
  interactionType: 'simple_form'
  payload: { fields: FormField[] }
}

/** An interaction as a workflow keeps it; `submitUrl` is added where it leaves the server. */
export type Interaction = { interactionId: string; prompt: string } & (
  | { interactionType: 'action_buttons'; payload: { actions: InteractionAction[] } }
  | SimpleForm
)

export type ActiveInteraction = Interaction & { submitUrl: string }

/** Where the answer to an interaction of `caseId` is posted. */
export const toSubmitUrl = (caseId: string): string => `/api/v1/responses/${caseId}`
