import type { Locator, Page } from '@playwright/test'
import { placeWaitingOrder, startApproval } from '../support/api'
import { caseRow, decisionCard, openCase, waitUntilLive } from '../support/pages/console'
import { toStatusPath } from '../support/pages/shop'
import { people } from '../support/stack'
import { expect, test } from '../support/test'
import { uniqueWord } from '../support/unique-word'

/**
 * Compares parts of pages that show no time, id or system font with stored pictures. Update these with
 * `npx playwright test visual-regression --update-snapshots` and review the changes.
 */

const { ana, supervisor, customer } = people

/** The browser version of the pictures: another one renders slightly differently. */
const TAKEN_WITH = 156
const STILL = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', locale: 'en-US' } as const
const EXACT = { animations: 'disabled', caret: 'hide', maxDiffPixelRatio: 0.01 } as const

const THEMES = ['light', 'dark'] as const

test.beforeEach(({ browser }) => {
  const major = Number.parseInt(browser.version(), 10)
  test.skip(process.platform !== 'linux', 'the pictures were taken on Linux')
  test.skip(major !== TAKEN_WITH, `the pictures were taken with Chromium ${TAKEN_WITH}, this is ${major}`)
})

const expectPicture = async (
  page: Page,
  target: Locator,
  name: string,
  mask: Locator[] = [],
): Promise<void> => {
  await expect(target).toBeVisible()
  await page.evaluate(() => document.fonts.ready)
  await page.mouse.move(0, 0)
  await expect(target).toHaveScreenshot(`${name}.png`, { ...EXACT, mask })
}

for (const colorScheme of THEMES)
  test.describe(`in ${colorScheme}`, () => {
    test('the decision card', async ({ open }) => {
      const page = await open(ana, { ...STILL, colorScheme })
      await openCase(page, await startApproval(supervisor, { prompt: 'Refund the broken mug?' }))
      await waitUntilLive(page)
      await expectPicture(page, decisionCard(page), `card-${colorScheme}`)
      await page.keyboard.press('r')
      await expect(decisionCard(page).getByRole('textbox')).toBeFocused()
      await expectPicture(page, decisionCard(page), `card-reason-${colorScheme}`)
    })

    test('an empty inbox', async ({ open }) => {
      const page = await open(ana, { ...STILL, colorScheme })
      await page.goto('/inbox?q=nothingislikethis')
      const words = page
        .getByRole('heading', { name: 'Nothing' })
        .or(page.getByText(/^Nothing /))
        .first()
      await expectPicture(page, words.locator('..'), `empty-${colorScheme}`)
    })

    test('signing in', async ({ open }) => {
      const page = await open(null, { ...STILL, colorScheme })
      await page.goto('/sign-in')
      await expect(page.getByLabel('E-mail')).toBeVisible()
      await expectPicture(page, page.getByRole('main'), `sign-in-${colorScheme}`)
    })

    test('the help sheet', async ({ open }) => {
      const page = await open(ana, { ...STILL, colorScheme })
      await page.goto('/account')
      await waitUntilLive(page)
      await page.keyboard.press('?')
      await expectPicture(
        page,
        page.getByRole('dialog', { name: 'Keyboard shortcuts' }),
        `help-${colorScheme}`,
      )
    })

    test('the steps of an order that is being checked, on a phone', async ({ open }) => {
      const { order } = await placeWaitingOrder(customer)
      const page = await open(null, { ...STILL, colorScheme, viewport: { width: 390, height: 800 } })
      await page.goto(toStatusPath(order))
      const steps = page.getByRole('list').filter({ hasText: 'Delivered' })
      await expect(steps).toContainText('Being checked')
      await expectPicture(page, steps, `steps-${colorScheme}`, [steps.locator('time')])
    })
  })

test('a selected row among others', async ({ open }) => {
  const word = uniqueWord('look')
  await startApproval(supervisor, { title: word, amountCents: 1_000, currency: 'USD' })
  const page = await open(ana, { ...STILL, colorScheme: 'light' })
  await expect(async () => {
    await page.goto(`/inbox?q=${word}`)
    await expect(caseRow(page, word)).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await waitUntilLive(page)
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  const bar = page.getByRole('region', { name: 'Selection' })
  await expectPicture(page, bar, 'selection')
})
