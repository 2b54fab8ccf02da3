'use client'

import { useEffect } from 'react'
import { reportProblem, useOpenProblem } from '@/components/session/session-state'
import type { Problem } from '@/temporal/contract/problem'
import {
  type FormAction,
  type FormFields,
  type FormState,
  getProblem,
  toFormFields,
  withoutAnswer,
} from './form-state'
import { type Undelivered, useServerAction } from './use-server-action'

export interface FormHandle<T = unknown> extends FormFields {
  submit: (form: FormData) => void
  isPending: boolean
  /** Result of the last submission. */
  state: FormState<T>
  /** Why the last submission was refused, or null. */
  problem: Problem | null
}

const WORDS: Record<Undelivered, Pick<Problem, 'title' | 'detail'>> = {
  lost: {
    title: 'The server did not answer',
    detail:
      'It may have done this all the same. What you typed is still here: look in another tab before you send it again.',
  },
  outdated: {
    title: 'This page is from an older version, and nothing was done',
    detail: 'What you typed is still here. Copy it, then load the page again.',
  },
}

/** Status of a problem without a response, as in the client of the API. */
const NO_RESPONSE = 0

const toUndelivered = (why: Undelivered, previous: FormState): FormState<never> =>
  withoutAnswer(previous, {
    type: 'about:blank',
    code: 'INTERNAL',
    status: NO_RESPONSE,
    requestId: '',
    ...WORDS[why],
  })

/** True where the result of the last submission did not arrive. */
export const isUndelivered = ({ problem }: Pick<FormHandle, 'problem'>): boolean =>
  problem?.status === NO_RESPONSE

/** A form of a server action: pass it to `Form` and to each of its fields. */
export const useForm = <T>(action: FormAction<T>): FormHandle<T> => {
  const [state, submit, isPending] = useServerAction<FormState<T>>({
    action,
    initial: null,
    onUndelivered: toUndelivered,
  })
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
