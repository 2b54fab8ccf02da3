import { placeWaitingOrder, startApproval } from '../support/api'
import { findLayoutProblems, MIN_TARGET_SIZE } from '../support/checks/layout-checks'
import { approveButton, decisionCard, openCase } from '../support/pages/console'
import { toStatusPath } from '../support/pages/shop'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, customer, supervisor } = people

test('focus and state stay visible in forced colours', async ({ open }) => {
  const page = await open(ana, { forcedColors: 'active' })
  await openCase(page, await startApproval(supervisor))
  const styleOf = (name: 'outlineStyle' | 'outlineWidth' | 'borderTopStyle') =>
    approveButton(page).evaluate((node, property) => getComputedStyle(node)[property], name)
  await page.keyboard.press('Tab')
  await approveButton(page).focus()
  expect([await styleOf('outlineStyle'), await styleOf('outlineWidth')]).toEqual(['solid', '2px'])
  expect(await styleOf('borderTopStyle')).toBe('solid')
  await expect(page.getByText('Open', { exact: true }).first()).toBeVisible()
})

test('nothing is animated with reduced motion', async ({ open }) => {
  const page = await open(ana, { reducedMotion: 'reduce' })
  await openCase(page, await startApproval(supervisor))
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .map((node) => getComputedStyle(node))
      .filter(
        ({ animationName, transitionDuration }) =>
          animationName !== 'none' || transitionDuration.split(', ').some((span) => span !== '0s'),
      )
      .map(({ animationName, transitionDuration }) => `${animationName} ${transitionDuration}`),
  )
  expect(moving).toEqual([])
})

test('at 200 % zoom everything can be reached and decided', async ({ open }) => {
  // A window of 1,280 px at 200 % zoom has 640 CSS pixels.
  const page = await open(ana, { viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 })
  const { approvalId, order } = await placeWaitingOrder(customer)
  for (const path of ['/inbox', `/inbox?case=${approvalId}`, `/cases/${approvalId}`, '/account', '/order']) {
    await page.goto(path)
    await expect(page.getByRole('main')).toBeVisible()
    await expect
      .poll(() => findLayoutProblems(page, MIN_TARGET_SIZE.pointer), { message: path, timeout: 2_000 })
      .toEqual([])
  }
  await page.goto(toStatusPath(order))
  expect(await findLayoutProblems(page, MIN_TARGET_SIZE.pointer)).toEqual([])
  await openCase(page, approvalId)
  await expect(approveButton(page)).toBeInViewport({ ratio: 1 })
  await approveButton(page).click()
  await expect(decisionCard(page)).toContainText('Approved by')
})
