/** Whether a page fits its window: what a person would notice, told by the browser's own boxes. */

import type { Page } from '@playwright/test'

/** The window's widths that every page is looked at in, in CSS pixels; the first with a finger for a pointer. */
export const VIEWPORT_WIDTHS = [360, 768, 1024, 1440, 2560] as const

/** Least width and height of what can be pressed: WCAG 2.5.8, and for fingers what phones ask for. */
export const MIN_TARGET_SIZE = { pointer: 24, finger: 44 } as const

const isPhone = (width: number): boolean => width < 600

/** Gives the window another width, and a finger for a pointer where that is a phone's; for pages of one test. */
export const createResizer = async (page: Page): Promise<(width: number) => Promise<void>> => {
  // What a session sets lasts as long as the session.
  const session = await page.context().newCDPSession(page)
  return async (width) => {
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: isPhone(width), maxTouchPoints: 1 })
    await page.setViewportSize({ width, height: isPhone(width) ? 740 : 900 })
  }
}

/** What does not fit: sideways scrolling, what stands outside, is cut, covers another, or is too small to press. */
export const findLayoutProblems = (page: Page, leastTarget: number): Promise<string[]> =>
  page.evaluate((least) => {
    const PRESSED =
      'a[href], button, summary, select, textarea, input:not([type=hidden]), [role=tab], [role=option]'
    const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
    const what = (node: Element) =>
      `<${node.localName}> ${(node.getAttribute('aria-label') ?? node.textContent ?? '').trim().slice(0, 40)}`
    const holds = (node: Element, test: (style: CSSStyleDeclaration) => boolean) => {
      for (let at: Element | null = node; at; at = at.parentElement)
        if (test(getComputedStyle(at))) return true
      return false
    }
    // What only screen readers meet is clipped to a pixel until it has the focus.
    const isForEyes = (node: HTMLElement) => {
      if (getComputedStyle(node).clipPath !== 'none') return false
      const { width, height } = node.getBoundingClientRect()
      return node.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1
    }
    // What floats lies over others on purpose.
    const isCarried = (node: Element) =>
      holds(node, ({ position }) => ['fixed', 'sticky', 'absolute'].includes(position))
    /** The part of a box that what scrolls around it lets be seen. */
    const shownOf = (node: Element) => {
      const { left, right, top, bottom } = node.getBoundingClientRect()
      const box = { left, right, top, bottom }
      for (let at = node.parentElement; at; at = at.parentElement) {
        if (getComputedStyle(at).overflowY === 'visible') continue
        const around = at.getBoundingClientRect()
        box.left = Math.max(box.left, around.left)
        box.right = Math.min(box.right, around.right)
        box.top = Math.max(box.top, around.top)
        box.bottom = Math.min(box.bottom, around.bottom)
      }
      return box
    }
    const isScrolled = (node: Element) =>
      holds(node, ({ overflowX }) => overflowX === 'auto' || overflowX === 'scroll')
    /** A box or a link may be pressed by all of the label or row around it. */
    const boxOf = (node: HTMLElement): DOMRect => {
      const label = node.closest('label')
      return (label ?? node).getBoundingClientRect()
    }
    const grown = (node: HTMLElement) => {
      const { width, height } = boxOf(node)
      const { content, position, width: w, height: h } = getComputedStyle(node, '::after')
      if (content === 'none' || position !== 'absolute') return { width, height }
      return { width: Math.max(width, Number.parseFloat(w)), height: Math.max(height, Number.parseFloat(h)) }
    }
    const paragraphOf = (node: Element): Element => {
      const { parentElement } = node
      if (!parentElement) return node
      return getComputedStyle(parentElement).display === 'inline' ? paragraphOf(parentElement) : parentElement
    }
    const isInSentence = (node: HTMLElement) =>
      node.localName === 'a' &&
      getComputedStyle(node).display === 'inline' &&
      (paragraphOf(node).textContent ?? '').trim().length > (node.textContent ?? '').trim().length

    const found: string[] = []
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) found.push(`scrolls sideways: ${scrollWidth} of ${clientWidth}`)
    const pressed = all(PRESSED).filter(isForEyes)
    for (const node of pressed) {
      const { left, right } = node.getBoundingClientRect()
      if ((left < -1 || right > clientWidth + 1) && !isScrolled(node)) found.push(`outside: ${what(node)}`)
      const { width, height } = grown(node)
      if (Math.min(width, height) < least - 0.5 && !isInSentence(node))
        found.push(`${Math.round(width)}×${Math.round(height)}: ${what(node)}`)
    }
    for (const node of all('h1, h2, h3, button, th, td, dt, dd, label, summary').filter(isForEyes)) {
      const words = document.createRange()
      words.selectNodeContents(node)
      const isCut = words.getBoundingClientRect().right > node.getBoundingClientRect().right + 1
      if (
        isCut &&
        !node.querySelector('.truncate, .sr-only') &&
        getComputedStyle(node).textOverflow === 'clip'
      )
        found.push(`cut: ${what(node)}`)
    }
    const still = pressed.filter((node) => !isCarried(node)).map((node) => ({ node, box: shownOf(node) }))
    for (const [at, a] of still.entries())
      for (const b of still.slice(at + 1)) {
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left)
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top)
        if (across > 2 && down > 2 && !a.node.contains(b.node) && !b.node.contains(a.node))
          found.push(`overlap: ${what(a.node)} and ${what(b.node)}`)
      }
    return [...new Set(found)]
  }, leastTarget)
