/** Checks that a page fits its viewport, by the boxes that the browser computes. */

import type { Page } from '@playwright/test'

/** Widths in CSS pixels that every page is checked at; the first one with touch. */
export const VIEWPORT_WIDTHS = [360, 768, 1024, 1440, 2560] as const

/** Least width and height of targets in CSS pixels: WCAG 2.5.8 for a pointer, WCAG 2.5.5 for touch. */
export const MIN_TARGET_SIZE = { pointer: 24, finger: 44 } as const

const isPhone = (width: number): boolean => width < 600

/** Creates a function that sets the width of the viewport, with touch for the width of a phone. */
export const createResizer = async (page: Page): Promise<(width: number) => Promise<void>> => {
  // Emulation lasts as long as the CDP session, so all calls share one.
  const session = await page.context().newCDPSession(page)
  return async (width) => {
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: isPhone(width), maxTouchPoints: 1 })
    await page.setViewportSize({ width, height: isPhone(width) ? 740 : 900 })
  }
}

/** Finds horizontal scrolling and elements that are outside, cut, overlapping or too small to press. */
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
    // Elements for screen readers are clipped to a pixel until they have the focus.
    const isForEyes = (node: HTMLElement) => {
      if (getComputedStyle(node).clipPath !== 'none') return false
      const { width, height } = node.getBoundingClientRect()
      return node.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1
    }
    // Floating elements cover others on purpose.
    const isCarried = (node: Element) =>
      holds(node, ({ position }) => ['fixed', 'sticky', 'absolute'].includes(position))
    /** The part of a box that its scrolling ancestors show. */
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
    /** The label around a field is part of its target. */
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
