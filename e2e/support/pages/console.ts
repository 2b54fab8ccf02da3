/** The console, as an agent uses it. */

import { expect, type Locator, type Page, type Route } from '@playwright/test'
import { interceptRequests } from '../interception'

/** The card with the buttons to decide, or with the decision. */
export const decisionCard = (page: Page): Locator => page.getByRole('region', { name: 'Decision' })

export const approveButton = (page: Page): Locator =>
  decisionCard(page).getByRole('button', { name: /^Approve/ })

/** Opens the page of a case and waits for its decision card. */
export const openCase = async (page: Page, caseId: string): Promise<void> => {
  await page.goto(`/cases/${caseId}`)
  await expect(decisionCard(page)).toBeVisible()
}

export const approve = (page: Page): Promise<void> => approveButton(page).click()

/** Holds the decisions of these pages back until each page has sent one, so that they reach the server together. */
export const holdUntilAllDecide = async (pages: readonly Page[]): Promise<void> => {
  let missing = pages.length
  let release = () => {}
  const all = new Promise<void>((resolve) => {
    release = resolve
  })
  const hold = async (route: Route): Promise<void> => {
    missing -= 1
    if (missing === 0) release()
    await all
    await route.continue()
  }
  await Promise.all(pages.map((page) => interceptRequests(page, '**/decision', hold)))
}

/** Rejects with a reason. */
export const reject = async (page: Page, reason: string): Promise<void> => {
  const card = decisionCard(page)
  await card.getByRole('button', { name: /^Reject/ }).click()
  await expect(card.getByRole('textbox')).toBeFocused()
  await card.getByRole('textbox').fill(reason)
  await card.getByRole('button', { name: /^Reject/ }).click()
}

/** The row of a case in the list. */
export const caseRow = (page: Page, title: string): Locator =>
  page
    .getByRole('table', { name: /^(Inbox|Orders):/ })
    .locator('tbody')
    .getByRole('row')
    .filter({ hasText: title })

/** Waits for the live stream: only then does the page's code run and react to keys. */
export const waitUntilLive = (page: Page): Promise<void> =>
  expect(page.getByText('live', { exact: true }).first()).toBeVisible()
