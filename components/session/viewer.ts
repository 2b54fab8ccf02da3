/** The account that this document was drawn for. One document never serves two: its memory holds what is theirs. */

let viewer: string | null = null

/** Account id, or null where the page is for nobody in particular. */
export const getViewer = (): string | null => viewer

/** Sets the account of this document. False where it already has another: the document must be loaded again. */
export const adoptViewer = (accountId: string): boolean => {
  viewer ??= accountId
  return viewer === accountId
}
