/**
 * The browser's translation, and some extensions, replace the text nodes of a page by their own. The page's later
 * changes then go to nodes that nobody sees, and removing them throws.
 */

const textsOf = (element: Element | null): Node[] => {
  const walker = element && document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const texts: Node[] = []
  while (walker?.nextNode()) texts.push(walker.currentNode)
  return texts
}

/**
 * Remembers the texts of the navigation, which the page never changes. Browser only.
 * @returns tells whether they, or any text that became a `font` element, were replaced
 */
export const watchTextRewriting = (): (() => boolean) => {
  const nav = document.querySelector('nav')
  const texts = textsOf(nav)
  return () =>
    document.querySelector('font') !== null ||
    (nav?.isConnected === true && texts.some((text) => !nav.contains(text)))
}

/** True for the error of a page whose nodes were replaced. */
export const isRewriteError = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'NotFoundError' || error.name === 'HierarchyRequestError')
