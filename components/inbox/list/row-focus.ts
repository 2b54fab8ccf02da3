/** The cursor of a list: the row whose link has the focus, or had it last. Browser only. */

let lastId: string | null = null
/** Index of that row. */
let lastIndex = 0

const links = (): HTMLAnchorElement[] => [...document.querySelectorAll<HTMLAnchorElement>('a[data-case]')]

/** The link of a row, or undefined if the row is not shown. */
export const getRowLink = (caseId: string): HTMLAnchorElement | undefined =>
  links().find((link) => link.dataset.case === caseId)

const isShown = (link: HTMLElement): boolean => link.getClientRects().length > 0

const getRowId = (element: Element | null): string | null =>
  element?.closest<HTMLElement>('[data-row]')?.dataset.row ?? null

/** Id of the row at the cursor: the focused one, or the last focused one; null if there was none. */
export const getFocusedRowId = (): string | null => getRowId(document.activeElement) ?? lastId

const rememberRowPosition = (caseId: string): void => {
  lastId = caseId
  const index = links().findIndex(({ dataset }) => dataset.case === caseId)
  if (index >= 0) lastIndex = index
}

/** Focuses a row and scrolls it into view. */
export const focusRow = (caseId: string): boolean => {
  const link = getRowLink(caseId)
  if (!link || !isShown(link)) return false
  rememberRowPosition(caseId)
  link.focus({ preventScroll: true })
  link.closest('tr')?.scrollIntoView({ block: 'nearest' })
  return true
}

/** Sets the cursor without moving the focus. */
export const rememberFocusedRow = (caseId: string | null): void => {
  if (caseId) rememberRowPosition(caseId)
}

/** Restores a focus that was lost with a removed row: focuses the row in its place. */
export const restoreRowFocus = (): void => {
  if (lastId === null || getRowLink(lastId) || document.activeElement !== document.body) return
  const all = links()
  const neighbour = all[Math.min(lastIndex, all.length - 1)]?.dataset.case
  if (neighbour) focusRow(neighbour)
}

/** Id of the row `step` rows from the cursor; the first row without a cursor. */
export const getNeighbourId = (
  ids: readonly string[],
  step: 1 | -1,
  from: string | null,
): string | undefined => {
  const index = from === null ? -1 : ids.indexOf(from)
  return index < 0 ? ids[0] : ids[index + step]
}

/** Moves the cursor by one row. Returns false at either end. */
export const moveRowFocus = (step: 1 | -1): boolean => {
  const ids = links().map(({ dataset }) => dataset.case ?? '')
  const next = getNeighbourId(ids, step, getFocusedRowId())
  return next !== undefined && focusRow(next)
}
