/** `test` with browser pages of several accounts, which fails on console errors and violations of the CSP. */

import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test'
import { getSession } from './sessions'
import type { Account } from './stack'

export { expect }

export interface Watch {
  /** Complaints so far: console errors, uncaught exceptions, policy violations. */
  complaints: string[]
  /** Ignores complaints that a test provokes on purpose. */
  expectComplaint(pattern: RegExp): void
}

interface Fixtures {
  watch: Watch
  /** Opens a page in its own browser context, signed in as `account`, or as a guest. */
  open(account: Account | null, options?: BrowserContextOptions): Promise<Page>
}

const watchPage = (page: Page, complaints: string[]) => {
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    const { url } = message.location()
    complaints.push(`${page.url()}: ${message.text()}${url === page.url() ? '' : ` (${url})`}`)
  })
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
}

const watchContext = async (context: BrowserContext, complaints: string[], script: boolean) => {
  context.on('page', (page) => watchPage(page, complaints))
  if (!script) return
  await context.exposeBinding('reportPolicyViolation', ({ page }, what: string) => {
    complaints.push(`${page.url()}: ${what}`)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (globalThis as unknown as { reportPolicyViolation(text: string): void })
        .reportPolicyViolation
      report(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
    })
  })
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
  watch: async ({}, use) => {
    const complaints: string[] = []
    const allowed: RegExp[] = []
    await use({ complaints, expectComplaint: (pattern) => allowed.push(pattern) })
    expect(complaints.filter((text) => !allowed.some((pattern) => pattern.test(text)))).toEqual([])
  },

  open: async ({ browser, watch, baseURL }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (account, options = {}) => {
      const storageState = account ? await getSession(account) : undefined
      const context = await browser.newContext({ baseURL, storageState, ...options })
      contexts.push(context)
      await watchContext(context, watch.complaints, options.javaScriptEnabled !== false)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})
