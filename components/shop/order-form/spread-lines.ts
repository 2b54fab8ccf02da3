import { addressField } from './address-state'

const findInput = (form: HTMLFormElement | null, name: string): HTMLInputElement | null => {
  const found = form?.elements.namedItem(name)
  return found instanceof HTMLInputElement ? found : null
}

const announce = (input: HTMLInputElement) => input.dispatchEvent(new Event('input', { bubbles: true }))

/**
 * Puts lines into the two fields of the street. A field of one line would run them together.
 * @returns false for a text of one line, which needs no help
 */
export const spreadLines = (street: HTMLInputElement, text: string): boolean => {
  const [first = '', ...others] = text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean)
  const addition = findInput(street.form, addressField('line2'))
  if (others.length === 0 || !addition) return false
  street.setRangeText(first, street.selectionStart ?? 0, street.selectionEnd ?? 0, 'end')
  addition.value = [...others, addition.value].filter(Boolean).join(', ')
  announce(street)
  announce(addition)
  return true
}
