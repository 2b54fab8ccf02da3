/** Whether what a key would decide about is what the person looks at. Browser only. */

/** The part of the page that ancestors and the window leave of an element is empty, or its middle is not in it. */
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

/** The case that is drawn there is the one of the address: another was chosen a moment ago where it is not. */
const isOpenCase = (element: Element): boolean => {
  const caseId = element.closest<HTMLElement>('[data-open]')?.dataset.open
  return caseId === undefined || location.href.includes(caseId)
}

/**
 * True where a key may decide about `element`. What is out of view is brought into view instead, so that the next
 * press is made by somebody who saw it.
 */
export const isReachable = (element: Element | null): boolean => {
  if (!element || !isOpenCase(element)) return false
  if (isInView(element)) return true
  element.scrollIntoView({ block: 'center' })
  return false
}
