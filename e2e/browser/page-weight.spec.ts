import type { Page } from '@playwright/test'
import { placeWaitingOrder, startApproval } from '../support/api'
import { measurePageWeight, recordScripts, waitForNetworkQuiet } from '../support/checks/page-weight'
import { decisionCard, waitUntilLive } from '../support/pages/console'
import { toStatusPath } from '../support/pages/shop'
import { type Account, people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, customer, supervisor } = people
const WIDE = { viewport: { width: 1440, height: 900 } }

interface Budget {
  name: string
  as: Account | null
  path: () => Promise<string> | string
  most: { scriptBytes: number; requests: number }
}

/** Next and React alone take 135 KB of it. */
const BUDGETS: readonly Budget[] = [
  {
    name: 'inbox with a case',
    as: ana,
    path: async () => `/inbox?case=${(await placeWaitingOrder(customer)).approvalId}`,
    most: { scriptBytes: 216_000, requests: 40 },
  },
  {
    name: 'status page',
    as: null,
    path: async () => toStatusPath((await placeWaitingOrder(customer)).order),
    most: { scriptBytes: 150_000, requests: 40 },
  },
  { name: 'order form', as: null, path: () => '/order', most: { scriptBytes: 165_000, requests: 40 } },
  {
    name: 'case on its own page',
    as: ana,
    path: async () => `/cases/${await startApproval(supervisor)}`,
    most: { scriptBytes: 210_000, requests: 40 },
  },
]

for (const { name, as, path, most } of BUDGETS)
  test(`${name} loads at most ${most.scriptBytes / 1_000} KB of JavaScript in ${most.requests} requests`, async ({
    open,
  }) => {
    const page = await open(as, WIDE)
    const { scriptBytes, requests } = await measurePageWeight(page, await path())
    console.log(`${name}: ${(scriptBytes / 1_000).toFixed(1)} KB of JavaScript, ${requests} requests`)
    expect(scriptBytes).toBeGreaterThan(50_000)
    expect(scriptBytes).toBeLessThanOrEqual(most.scriptBytes)
    expect(requests).toBeLessThanOrEqual(most.requests)
  })

interface Late {
  name: string
  /** Text that only its code contains. */
  words: string
  open: (page: Page) => Promise<void>
}

const LATE: readonly Late[] = [
  {
    name: 'the palette',
    words: 'Nothing is called that.',
    open: (page) => page.keyboard.press('Control+k'),
  },
  { name: 'the help sheet', words: 'Turn them off if you dictate', open: (page) => page.keyboard.press('?') },
  {
    name: 'the list of colleagues',
    words: 'No colleague is called that',
    open: async (page) => {
      await page.keyboard.press('m')
      await page.keyboard.type('@')
    },
  },
  {
    name: 'the toaster',
    words: 'data-starting-style:translate-y-2',
    open: (page) => page.keyboard.press('y'),
  },
]

for (const { name, words, open: press } of LATE)
  test(`${name} is loaded when it is opened, not before`, async ({ open }) => {
    const page = await open(ana, { ...WIDE, permissions: ['clipboard-write'] })
    const code = recordScripts(page)
    await page.goto(`/inbox?case=${await startApproval(supervisor)}`)
    await expect(decisionCard(page)).toBeVisible()
    await waitUntilLive(page)
    await waitForNetworkQuiet(page)
    expect(await code()).not.toContain(words)
    await press(page)
    await expect.poll(code).toContain(words)
  })

test('the charts are loaded on the page of reports only', async ({ open }) => {
  const page = await open(supervisor, WIDE)
  const code = recordScripts(page)
  await page.goto('/inbox')
  await waitForNetworkQuiet(page)
  expect(await code()).not.toContain('recharts-surface')
  await page.goto('/reports')
  await expect.poll(code).toContain('recharts-surface')
})
