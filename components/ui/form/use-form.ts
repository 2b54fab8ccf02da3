'use client'

import { useActionState, useEffect } from 'react'
import { reportProblem, useOpenProblem } from '@/components/session/session-state'
import type { Problem } from '@/temporal/contract/problem'
import { type FormAction, type FormFields, type FormState, getProblem, toFormFields } from './form-state'

export interface FormHandle<T = unknown> extends FormFields {
  submit: (form: FormData) => void
  isPending: boolean
  /** Result of the last submission. */
  state: FormState<T>
  /** Why the last submission was refused, or null. */
  problem: Problem | null
}

/** A form of a server action: pass it to `Form` and to each of its fields. */
export const useForm = <T>(action: FormAction<T>): FormHandle<T> => {
  const [state, submit, isPending] = useActionState<FormState<T>, FormData>(action, null)
  const problem = getProblem(state)
  useEffect(() => reportProblem(problem), [problem])
  return {
    ...toFormFields(state),
    submit,
    isPending,
    state,
    problem: useOpenProblem(problem),
  }
}
