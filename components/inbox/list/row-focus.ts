/** The keyboard's place in a list: the row whose link has the focus, or had it last. Browser only. */

let lastId: string | null = null
/** Where in the list that row stood. */
let lastPlace = 0

const links = (): HTMLAnchorElement[] => [...document.querySelectorAll<HTMLAnchorElement>('a[data-case]')]

/** The link of a row, or undefined where it is not shown. */
export const getRowLink = (caseId: string): HTMLAnchorElement | undefined =>
  links().find((link) => link.dataset.case === caseId)

const isShown = (link: HTMLElement): boolean => link.getClientRects().length > 0

const getRowId = (element: Element | null): string | null =>
  element?.closest<HTMLElement>('[data-row]')?.dataset.row ?? null

/** Id of the row at the cursor: that of the focus, or the last one that had it. Null where there is none yet. */
export const getFocusedRowId = (): string | null => getRowId(document.activeElement) ?? lastId

const rememberRowPosition = (caseId: string): void => {
  lastId = caseId
  const place = links().findIndex(({ dataset }) => dataset.case === caseId)
  if (place >= 0) lastPlace = place
}

/** Puts the cursor on a row, wherever the focus is, and brings it into view. */
export const focusRow = (caseId: string): boolean => {
  const link = getRowLink(caseId)
  if (!link || !isShown(link)) return false
  rememberRowPosition(caseId)
  link.focus({ preventScroll: true })
  link.closest('tr')?.scrollIntoView({ block: 'nearest' })
  return true
}

/** Remembers a row without moving the focus: it was opened, or pressed. */
export const rememberFocusedRow = (caseId: string | null): void => {
  if (caseId) rememberRowPosition(caseId)
}

/** Where the cursor's row left the list and took the focus with it: on the row that stands in its place now. */
export const restoreRowFocus = (): void => {
  if (lastId === null || getRowLink(lastId) || document.activeElement !== document.body) return
  const all = links()
  const near = all[Math.min(lastPlace, all.length - 1)]?.dataset.case
  if (near) focusRow(near)
}

/** Id of the row `step` rows from the cursor; the first row where there is no cursor yet. */
export const getNeighbourId = (
  ids: readonly string[],
  step: 1 | -1,
  from: string | null,
): string | undefined => {
  const here = from === null ? -1 : ids.indexOf(from)
  return here < 0 ? ids[0] : ids[here + step]
}

/** Moves the cursor one row. False at either end. */
export const moveRowFocus = (step: 1 | -1): boolean => {
  const ids = links().map(({ dataset }) => dataset.case ?? '')
  const next = getNeighbourId(ids, step, getFocusedRowId())
  return next !== undefined && focusRow(next)
}
