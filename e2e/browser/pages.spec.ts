import type { Page } from '@playwright/test'
import { findAccessibilityViolations } from '../support/checks/accessibility'
import { findStructureProblems } from '../support/checks/document-structure'
import {
  createResizer,
  findLayoutProblems,
  MIN_TARGET_SIZE,
  VIEWPORT_WIDTHS,
} from '../support/checks/layout-checks'
import type { Screen } from '../support/screens/screen'
import { SCREENS } from '../support/screens/screens'
import { SHOP_SCREENS } from '../support/screens/shop-screens'
import { stack } from '../support/stack'
import { expect, test } from '../support/test'

const REDUCED = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' } as const

/** Title of the page without the number of waiting cases. */
const readTitle = async (page: Page): Promise<string> => (await page.title()).replace(/^\([\d,]+\) /, '')
const asTitle = (title: string | RegExp) => (typeof title === 'string' ? title : expect.stringMatching(title))

const minTargetSize = (screen: Screen, width: number): number =>
  width < 600 && SHOP_SCREENS.includes(screen) ? MIN_TARGET_SIZE.finger : MIN_TARGET_SIZE.pointer

for (const screen of SCREENS)
  test(`${screen.name}: no accessibility finding, no console error, no CSP violation, and it fits`, async ({
    open,
    watch,
  }) => {
    if (screen.status) watch.expectComplaint(new RegExp(`status of ${screen.status}`))
    const page = await open(screen.as, REDUCED)
    const response = await page.goto(await screen.path())
    expect(response?.status()).toBe(screen.status ?? 200)
    await screen.ready(page)
    await expect.poll(() => readTitle(page)).toEqual(asTitle(screen.title))
    expect(await findStructureProblems(page)).toEqual([])
    const themes = screen.hasOwnAxeSpec ? [] : (['light', 'dark'] as const)
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme })
      expect(await findAccessibilityViolations(page), colorScheme).toEqual([])
    }
    const resize = await createResizer(page)
    for (const width of VIEWPORT_WIDTHS) {
      await resize(width)
      await expect.soft
        .poll(() => findLayoutProblems(page, minTargetSize(screen, width)), {
          message: `${width} px`,
          timeout: 1_500,
        })
        .toEqual([])
    }
  })

test('the sample link of the stack is a status page', async ({ open }) => {
  test.skip(!stack.sampleStatusUrl, 'this stack was started without samples')
  const page = await open(null)
  expect((await page.goto(stack.sampleStatusUrl))?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
