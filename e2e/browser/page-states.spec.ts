/**
 * Runs axe on states of pages that no other spec covers. Covered elsewhere: filters, selection and its reason
 * (inbox), reason, kinds and cancelling (case), palette and help, people, reports, order states (shop-status), outages.
 */

import type { Page } from '@playwright/test'
import { placeWaitingOrder, startApproval } from '../support/api'
import { findAccessibilityViolations } from '../support/checks/accessibility'
import {
  createResizer,
  findLayoutProblems,
  MIN_TARGET_SIZE,
  VIEWPORT_WIDTHS,
} from '../support/checks/layout-checks'
import { interceptRequests } from '../support/interception'
import { startWebDuringOutage } from '../support/outage'
import { caseRow, openCase, waitUntilLive } from '../support/pages/console'
import { toStatusPath } from '../support/pages/shop'
import { type Account, people, stack } from '../support/stack'
import { expect, test } from '../support/test'
import { uniqueWord } from '../support/unique-word'

const { admin, ana, ben, customer, supervisor } = people
const WIDE = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' } as const

const expectClean = async (page: Page): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await findAccessibilityViolations(page), colorScheme).toEqual([])
  }
}

const openList = async (page: Page, count: number): Promise<string> => {
  const tag = uniqueWord('state')
  for (let n = 0; n < count; n += 1) await startApproval(supervisor, { title: `b${n} ${tag}` })
  await expect(async () => {
    await page.goto(`/inbox?q=${tag}&sort=title`)
    await expect(caseRow(page, tag)).toHaveCount(count, { timeout: 2_000 })
  }).toPass()
  await waitUntilLive(page)
  return tag
}

/** Holds requests to decide back until the test ends. */
const holdDecisions = (page: Page) =>
  interceptRequests(page, '**/decision', async (route) => {
    await page.waitForEvent('close', { timeout: 0 })
    await route.abort()
  })

interface State {
  name: string
  as: Account | null
  reach: (page: Page) => Promise<void>
}

const STATES: readonly State[] = [
  {
    name: 'the menu of the person',
    as: ana,
    reach: async (page) => {
      await page.goto('/account')
      await waitUntilLive(page)
      await page.getByRole('button', { name: /^Signed in as/ }).click()
      await expect(page.getByRole('button', { name: 'Sign out', exact: true }).last()).toBeVisible()
    },
  },
  {
    name: 'compact rows',
    as: ana,
    reach: async (page) => {
      await page.context().addCookies([{ name: 'density', value: 'compact', url: stack.url }])
      await openList(page, 2)
    },
  },
  {
    name: 'new cases above the rows',
    as: ana,
    reach: async (page) => {
      const tag = await openList(page, 2)
      await caseRow(page, `b0 ${tag}`).hover()
      await startApproval(supervisor, { title: `a ${tag}` })
      await expect(page.getByRole('button', { name: '1 new' })).toBeVisible()
    },
  },
  {
    name: 'a running bulk action',
    as: ana,
    reach: async (page) => {
      await openList(page, 2)
      await holdDecisions(page)
      await page.getByRole('checkbox', { name: 'Select all on this page' }).click()
      await expect(page.getByRole('region', { name: 'Selection' })).toContainText('2 selected')
      await page.keyboard.press('a')
      await page.getByRole('button', { name: 'Approve 2' }).click()
      await expect(page.getByRole('progressbar')).toBeVisible()
    },
  },
  {
    name: 'a finished bulk action',
    as: ana,
    reach: async (page) => {
      await openList(page, 2)
      await page.getByRole('checkbox', { name: 'Select all on this page' }).click()
      await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Claim' }).click()
      await expect(page.getByRole('region', { name: 'Selection' })).toContainText('2 claimed')
    },
  },
  {
    name: 'a toast',
    as: ana,
    reach: async (page) => {
      await openCase(page, await startApproval(supervisor))
      await waitUntilLive(page)
      await page.keyboard.press('y')
      await expect(page.getByText('Link copied')).toBeVisible()
    },
  },
  {
    name: 'colleagues to be mentioned',
    as: ana,
    reach: async (page) => {
      await openCase(page, await startApproval(supervisor))
      await waitUntilLive(page)
      await page.keyboard.press('m')
      await page.keyboard.type(`@${ben.name.slice(0, 2)}`)
      await expect(page.getByRole('listbox', { name: 'Colleagues' })).toBeVisible()
    },
  },
  {
    name: 'colleagues to be assigned',
    as: supervisor,
    reach: async (page) => {
      await openCase(page, await startApproval(supervisor))
      await waitUntilLive(page)
      await page.getByRole('button', { name: /^Assign/ }).click()
      await expect(page.getByRole('dialog').getByText(ben.name)).toBeVisible()
    },
  },
  {
    name: 'a group being renamed',
    as: admin,
    reach: async (page) => {
      await page.goto('/team')
      await waitUntilLive(page)
      await page
        .getByRole('button', { name: /^Rename/ })
        .first()
        .click()
      await expect(page.getByRole('dialog', { name: /^Rename/ })).toBeVisible()
    },
  },
  {
    name: 'a refused sign-in',
    as: null,
    reach: async (page) => {
      await page.goto('/sign-in')
      await page.getByLabel('E-mail').fill('nobody@e2e.example')
      await page.getByLabel('Password').fill('not the password')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.getByText('E-mail or password is wrong.')).toBeVisible()
    },
  },
  {
    name: 'a refused order',
    as: null,
    reach: async (page) => {
      await page.goto('/order')
      await page.getByRole('button', { name: 'Place order' }).click()
      await expect(page.getByRole('alert').filter({ hasText: 'Please look at these again' })).toBeVisible()
    },
  },
  {
    name: 'an order about to be cancelled',
    as: null,
    reach: async (page) => {
      await page.goto(toStatusPath((await placeWaitingOrder(customer)).order))
      await page.getByText('Cancel order').click()
      await expect(page.getByText('You are not charged.')).toBeVisible()
    },
  },
]

for (const { name, as, reach } of STATES)
  test(`${name}: no accessibility finding, and it fits`, async ({ open, watch }) => {
    watch.expectComplaint(/status of 40[01]/)
    const page = await open(as, { ...WIDE, permissions: ['clipboard-read', 'clipboard-write'] })
    await reach(page)
    await expectClean(page)
    const resize = await createResizer(page)
    for (const width of [1440, 360]) {
      await resize(width)
      await expect
        .poll(() => findLayoutProblems(page, MIN_TARGET_SIZE.pointer), {
          message: `${width} px`,
          timeout: 1_500,
        })
        .toEqual([])
    }
  })

test('a customer reads German pages that fit and have no accessibility finding', async ({ open }) => {
  const page = await open(null, { ...WIDE, locale: 'de-DE' })
  const resize = await createResizer(page)
  for (const path of ['/order', toStatusPath((await placeWaitingOrder(customer)).order), '/my-orders']) {
    await page.goto(path)
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await expectClean(page)
    for (const width of VIEWPORT_WIDTHS) {
      await resize(width)
      expect(await findLayoutProblems(page, MIN_TARGET_SIZE.pointer), `${path} at ${width} px`).toEqual([])
    }
  }
})

test('pages during an outage have no accessibility finding, for customers and staff', async ({
  open,
  watch,
}) => {
  watch.expectComplaint(/status of (404|503)|Failed to load/)
  const { order } = await placeWaitingOrder(customer)
  const outage = await startWebDuringOutage()
  try {
    const page = await open(null, WIDE)
    for (const path of ['/order', toStatusPath(order), '/my-orders', '/sign-in']) {
      await page.goto(outage.url + path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectClean(page)
    }
  } finally {
    await outage.stop()
  }
})

test('a page whose code cannot be loaded shows it and offers a reload', async ({ open, watch }) => {
  watch.expectComplaint(/./)
  const page = await open(supervisor, WIDE)
  await page.goto('/inbox')
  await waitUntilLive(page)
  await page.route('**/_next/static/**', (route) => route.abort())
  await page.getByRole('link', { name: 'Reports' }).click()
  await expect(page.getByRole('button', { name: /again/i })).toBeVisible()
  await expectClean(page)
})
