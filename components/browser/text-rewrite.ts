/**
 * The browser's translation, and some extensions, replace the text nodes of a page by their own. The page's later
 * changes then go to nodes that nobody sees, and removing them throws.
 */

/**
 * Remembers a text of the navigation, which the page never changes. Browser only.
 * @returns tells whether it was replaced, or any text became a `font` element
 */
export const watchTextRewriting = (): (() => boolean) => {
  const nav = document.querySelector('nav')
  const text = nav && document.createTreeWalker(nav, NodeFilter.SHOW_TEXT).nextNode()
  return () =>
    document.querySelector('font') !== null || (text?.isConnected === false && nav?.isConnected === true)
}

/** True for the error of a page whose nodes were replaced. */
export const isRewriteError = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'NotFoundError' || error.name === 'HierarchyRequestError')
