'use client'

import { useRouter } from 'next/navigation'
import { type RefObject, useEffect, useRef, useState } from 'react'
import {
  isRedirect,
  type Undelivered,
  useServerAction,
  whyUndelivered,
} from '@/components/ui/form/use-server-action'
import { forgetExpired } from '@/components/ui/owned-storage'
import type { ShopMessages } from '../messages/shop-messages'
import { keepConfirmation } from './address-state'
import { CONFIRMED, type OrderFormState, readFormValues } from './order-form-state'
import { addSentOrder, isRefused, readSentOrders, settleSentOrder } from './sent-orders'
import { readDraft, removeDraft, saveDraft, useOrderDraft } from './use-order-draft'

interface Options {
  initial: OrderFormState
  action: (state: OrderFormState, form: FormData) => Promise<OrderFormState>
  /** Storage owner for whom the page was rendered. */
  owner: string
  /** Id of the form that placed the order of the note above the form, or null. */
  recentFormId: string | null
  messages: ShopMessages['order']
}

/** What the form shows before it is submitted. */
interface Base {
  state: OrderFormState
  isFilledIn: boolean
  version: number
}

/** Sends the form, and notes until its answer what was sent under which id. */
const createSend =
  ({ action, owner }: Options, isPlaced: RefObject<boolean>) =>
  async (before: OrderFormState, form: FormData): Promise<OrderFormState> => {
    const values = readFormValues(form)
    const sent = addSentOrder(owner, values.formId ?? '', values)
    form.set('formId', sent.formId)
    try {
      const after = await action(before, form)
      if (isRefused(sent, after)) settleSentOrder(owner, sent, false)
      return after
    } catch (error) {
      isPlaced.current = isRedirect(error)
      if (isPlaced.current) {
        settleSentOrder(owner, sent, true)
        removeDraft(owner)
      } else if (!sent.wasUnanswered && whyUndelivered(error) === 'outdated')
        settleSentOrder(owner, sent, false)
      throw error
    }
  }

/** The same form with everything that was typed, and what happened. */
const toUndelivered =
  ({ owner, messages }: Options) =>
  (why: Undelivered, before: OrderFormState, form: FormData): OrderFormState => {
    const values = readFormValues(form)
    const { outdated, lost, reloadPage } = messages
    const problem =
      why === 'lost'
        ? lost
        : {
            title: outdated.title,
            detail: saveDraft(owner, form) ? outdated.keeps : outdated.copy,
            reload: reloadPage,
          }
    return {
      ...before,
      attempt: before.attempt + 1,
      formId: values.formId ?? before.formId,
      values,
      address: keepConfirmation(before.address, values),
      errors: {},
      problem: { ...problem, requestId: '' },
      question: null,
      confirmed: form.getAll(CONFIRMED).map(String),
      isUnanswered: true,
    }
  }

/** What this browser still knows of the form: an order without an answer, or a draft. */
const restore = ({ initial, owner, recentFormId, messages }: Options): OrderFormState | null => {
  forgetExpired()
  for (const sent of readSentOrders(owner))
    if (sent.formId === recentFormId) settleSentOrder(owner, sent, true)
  const unanswered = readSentOrders(owner).findLast(({ isAnswered }) => !isAnswered)
  const values = readDraft(owner) ?? unanswered?.values
  if (!values) return null
  const restored = { ...initial, values, address: keepConfirmation(initial.address, values) }
  return unanswered
    ? {
        ...restored,
        formId: unanswered.formId,
        problem: { ...messages.lost, requestId: '' },
        isUnanswered: true,
      }
    : restored
}

/** State of the order form, which outlives lost answers, reloads, and pages of an older build. */
export const useOrderForm = (options: Options) => {
  const { initial, action, owner } = options
  const router = useRouter()
  const ref = useRef<HTMLFormElement>(null)
  const isPlaced = useRef(false)
  const isRestored = useRef(false)
  const [base, setBase] = useState<Base>({ state: initial, isFilledIn: false, version: 0 })
  const [state, submit] = useServerAction({
    action,
    initial,
    send: createSend(options, isPlaced),
    onUndelivered: toUndelivered(options),
  })
  const start = (next: OrderFormState, isFilledIn: boolean) =>
    setBase(({ version }) => ({ state: next, isFilledIn, version: version + 1 }))

  // biome-ignore lint/correctness/useExhaustiveDependencies: again only for a page that was rendered anew
  useEffect(() => {
    const sent = readSentOrders(owner)
    // The history of the browser shows a form that was sent: the server knows what became of it.
    if (sent.some(({ formId }) => formId === initial.formId)) return router.refresh()
    const isOver = sent.some(({ formId, isAnswered }) => isAnswered && formId === base.state.formId)
    if (isRestored.current && !isOver) return
    isRestored.current = true
    const restored = restore(options)
    if (restored || base.state.formId !== initial.formId) start(restored ?? initial, restored !== null)
  }, [initial.formId])
  useOrderDraft(owner, ref, isPlaced)

  const isSubmitted = state.attempt > 0
  return {
    ref,
    submit,
    state: isSubmitted ? state : base.state,
    /** Changes with the values that the fields start from. */
    key: `${state.attempt} ${base.version}`,
    startOver:
      base.isFilledIn && !isSubmitted
        ? () => {
            for (const sent of readSentOrders(owner)) settleSentOrder(owner, sent, sent.isAnswered)
            removeDraft(owner)
            start(initial, false)
          }
        : null,
  }
}
