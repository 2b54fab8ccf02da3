/**
 * Attributes of fields for numbers. Never the browser's number field: it changes under the wheel while the page stands still, also
 * without JavaScript, and takes `1e2`. What is typed is parsed by `temporal/contract/numbers.ts`.
 */

const NUMBER_FIELD = { type: 'text', autoComplete: 'off', spellCheck: false } as const

/** A whole number; full-width digits are those of Japanese and Chinese keyboards. */
export const WHOLE_NUMBER_FIELD = {
  ...NUMBER_FIELD,
  inputMode: 'numeric',
  pattern: '\\s*[0-9０-９]*\\s*',
} as const

/** A number with up to two decimals behind a point; commas may stand between thousands. */
export const DECIMAL_FIELD = {
  ...NUMBER_FIELD,
  inputMode: 'decimal',
  pattern: '\\s*[0-9０-９][0-9０-９,，]*([.．][0-9０-９]{1,2})?\\s*',
  title: 'Digits, such as 1250 or 1,250.50',
} as const
