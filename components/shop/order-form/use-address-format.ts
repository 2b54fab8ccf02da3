import { type RefObject, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { AddressFormat } from '@/temporal/contract/orders/address-format'
import { loadAddressFormat } from './load-address-format'
import { readFormValues } from './order-form-state'
import { toTyped } from './region-text'

interface Shown {
  format: AddressFormat
  /** What was typed before into fields that came or changed since, see `toTyped`. */
  typed: Record<string, string>
}

const readTyped = (form: HTMLFormElement | null): Record<string, string> =>
  form ? toTyped(readFormValues(new FormData(form))) : {}

/** Runs an update that may move fields, and gives the focus back to the field that had it. */
const keepFocus = (update: () => void): void => {
  const focused = document.activeElement
  flushSync(update)
  if (focused instanceof HTMLElement && focused.isConnected && focused !== document.activeElement)
    focused.focus()
}

/**
 * The format of the country that is chosen in the browser. Fields that stay keep what is typed into them; a field that
 * comes back has what it had. Without an answer the present fields stay, and the server asks for what is missing.
 */
export const useAddressFormat = (initial: AddressFormat, select: RefObject<HTMLSelectElement | null>) => {
  const [shown, setShown] = useState<Shown>({ format: initial, typed: {} })
  const choose = async (country: string) => {
    const format = country === '' ? null : await loadAddressFormat(country)
    const field = select.current
    if (!format || !field) return
    // By its name, as a browser may fill it in: the list follows.
    if (country !== format.country && field.value !== format.country) field.value = format.country
    if (field.value !== format.country) return
    const typed = readTyped(field.form)
    keepFocus(() => setShown((before) => ({ format, typed: { ...before.typed, ...typed } })))
  }
  useEffect(() => {
    // What a browser filled in without an event: a draft, or an autofill before this ran.
    const chosen = select.current?.value ?? ''
    if (chosen !== shown.format.country) void choose(chosen)
  })
  return { ...shown, choose }
}
