/** Keys and the keyboard focus. */

import { expect, type Locator, type Page } from '@playwright/test'

/** Waits until an element has a visible focus: a ring around it or its row, or the caret of a field. */
export const expectVisibleFocus = async (page: Page): Promise<void> => {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const at = document.activeElement
        if (!at || at === document.body) return 'nowhere'
        const { width, height, top, left } = at.getBoundingClientRect()
        if (width === 0 || height === 0 || top > innerHeight || left > innerWidth) return 'out of sight'
        const hasRing = (element: Element | null) =>
          element !== null &&
          Number.parseFloat(getComputedStyle(element).outlineWidth) >= 2 &&
          getComputedStyle(element).outlineStyle !== 'none'
        const isTitle = at.id === 'case-title'
        const isField = at.matches('input, textarea')
        // The title of an opened case needs no ring, because it is announced and comes first; a field has a caret.
        return isTitle || isField || hasRing(at) || hasRing(at.closest('tr'))
          ? 'seen'
          : `no ring: ${at.outerHTML.slice(0, 200)}`
      }),
    )
    .toBe('seen')
}

export const pressKeys = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

/** Presses Tab until `wanted` has a visible focus. */
export const tabTo = async (page: Page, wanted: Locator): Promise<void> => {
  await expect(wanted).toBeVisible()
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((element) => element === document.activeElement))
      return expectVisibleFocus(page)
  }
  throw new Error('Tab does not reach it')
}
