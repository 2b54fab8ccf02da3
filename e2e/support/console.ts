/** The console as an agent uses it. */

import { expect, type Locator, type Page } from '@playwright/test'

/** The card that asks for a decision, or shows the one that was made. */
export const decisionCard = (page: Page): Locator => page.getByRole('region', { name: 'Decision' })

export const approveButton = (page: Page): Locator =>
  decisionCard(page).getByRole('button', { name: /^Approve/ })

/** Opens a case on its own page and waits until it can be worked on. */
export const openCase = async (page: Page, caseId: string): Promise<void> => {
  await page.goto(`/cases/${caseId}`)
  await expect(decisionCard(page)).toBeVisible()
}

export const approve = (page: Page): Promise<void> => approveButton(page).click()

/** Rejects with a reason, which is asked for in place. */
export const reject = async (page: Page, reason: string): Promise<void> => {
  const card = decisionCard(page)
  await card.getByRole('button', { name: /^Reject/ }).click()
  await expect(card.getByRole('textbox')).toBeFocused()
  await card.getByRole('textbox').fill(reason)
  await card.getByRole('button', { name: /^Reject/ }).click()
}

/** The row of a case in the list. */
export const rowOf = (page: Page, title: string): Locator =>
  page
    .getByRole('list', { name: /^(Inbox|Orders):/ })
    .getByRole('listitem')
    .filter({ hasText: title })
