/** Styles of text fields and selects. */
export const CONTROL =
  'w-full rounded-md border border-line-strong bg-surface text-ink transition-colors ' +
  'hover:border-muted focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-hover disabled:text-muted ' +
  'aria-invalid:border-bad'
