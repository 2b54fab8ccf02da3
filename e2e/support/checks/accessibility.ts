/** What axe says about a page. */

import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Accessibility findings of a page as it stands, each with what it is about. */
export const findAccessibilityViolations = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}
