'use client'

import { type RefObject, useEffect } from 'react'
import { readOwned, writeOwned } from '@/components/ui/owned-storage'
import { COUNTRY, REGION_OF } from './address-state'
import { type OrderFormState, readFormValues } from './order-form-state'

type Values = OrderFormState['values']

/** Not typed by the customer. The card is chosen anew each time. */
const NOT_TYPED = [COUNTRY, REGION_OF]

const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null

/** One for each address of the form, since it may repeat an order. */
const toName = (): string => `order-draft${location.search}`

const isTyped = ([name, value]: [string, string]): boolean =>
  !NOT_TYPED.includes(name) && value !== '' && value !== '0'

/** What was typed into the form in this tab, or null. */
export const readDraft = (owner: string): Values | null => readOwned('tab', owner, toName(), isValues)

export const removeDraft = (owner: string): void => {
  writeOwned('tab', owner, toName(), null)
}

/** Keeps what is typed. Returns false where the browser refuses. */
export const saveDraft = (owner: string, form: FormData, name = toName()): boolean => {
  const { formId: _, paymentToken: __, ...values } = readFormValues(form)
  return writeOwned('tab', owner, name, Object.entries(values).some(isTyped) ? values : null)
}

/**
 * Keeps what is typed into the form through a reload, a crash and a look at another page, in this tab.
 * @param isPlaced true once there is nothing left to keep
 */
export const useOrderDraft = (
  owner: string,
  ref: RefObject<HTMLFormElement | null>,
  isPlaced: RefObject<boolean>,
): void => {
  useEffect(() => {
    const form = ref.current
    if (!form) return
    // When this form is removed, the address is already that of the next page.
    const name = toName()
    const save = () => {
      if (!isPlaced.current) saveDraft(owner, new FormData(form), name)
    }
    // Buttons change quantities too, once their click has reached React.
    const saveLater = () => setTimeout(save)
    form.addEventListener('input', save)
    form.addEventListener('click', saveLater)
    document.addEventListener('visibilitychange', save)
    return () => {
      save()
      form.removeEventListener('input', save)
      form.removeEventListener('click', saveLater)
      document.removeEventListener('visibilitychange', save)
    }
  }, [owner, ref, isPlaced])
}
