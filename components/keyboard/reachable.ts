/** Whether the element that a shortcut is about is in view. Browser only. */

/** True if the vertical middle of the element is not clipped by the window or by a scrolling ancestor. */
const isInView = (element: Element): boolean => {
  if (!element.checkVisibility()) return false
  const { top, bottom } = element.getBoundingClientRect()
  const middle = (top + bottom) / 2
  if (middle < 0 || middle > innerHeight) return false
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (getComputedStyle(around).position === 'fixed') return true
    if (getComputedStyle(around).overflowY === 'visible') continue
    const clip = around.getBoundingClientRect()
    if (middle < clip.top || middle > clip.bottom) return false
  }
  return true
}

/** True if the rendered case is the one of the URL. It is not for a moment after another case was chosen. */
const isOpenCase = (element: Element): boolean => {
  const caseId = element.closest<HTMLElement>('[data-open]')?.dataset.open
  return caseId === undefined || location.href.includes(caseId)
}

/**
 * True if a shortcut may act on `element`. Otherwise scrolls it into view, so that the person sees it before
 * the next press.
 */
export const isReachable = (element: Element | null): boolean => {
  if (!element || !isOpenCase(element)) return false
  if (isInView(element)) return true
  element.scrollIntoView({ block: 'center' })
  return false
}
