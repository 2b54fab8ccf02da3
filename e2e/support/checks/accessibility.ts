/** Accessibility checks with axe. */

import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Runs axe on the page. @returns one line for each violated rule, with the elements */
export const findAccessibilityViolations = async (page: Page): Promise<string[]> => {
  // Next.js streams the title, and replaces it while a page refreshes.
  await expect(page).toHaveTitle(/./)
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}
