/** Sign-in and sign-out in the browser, on sessions of their own: the stored ones serve other tests. */

import { expect, type Page } from '@playwright/test'
import type { Account } from '../stack'

/** Signs in through the page. */
export const signInAs = async (page: Page, { email, password, role }: Account): Promise<void> => {
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(role === 'customer' ? /\/my-orders/ : /\/(?:inbox|cases|account)/)
}

/** Signs out of the console. */
export const signOut = async (page: Page, { name }: Account): Promise<void> => {
  await page.getByRole('button', { name: `Signed in as ${name}` }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  // The document is loaded again, so that nothing of the account stays in its memory.
  await page.waitForFunction(() => {
    const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return load?.type === 'reload' && document.readyState === 'complete' && localStorage.length === 0
  })
}
