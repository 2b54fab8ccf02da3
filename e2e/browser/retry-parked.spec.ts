import { findAccessibilityViolations } from '../support/checks/accessibility'
import { activityEntry } from '../support/pages/case'
import { cancelParked, parkOrder } from '../support/park-order'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana } = people

test('a parked order says when it is tried again, and an agent tries it at once', async ({ open }) => {
  test.slow()
  const orderId = await parkOrder()
  const page = await open(ana)
  await page.goto(`/cases/${orderId}`)
  const waiting = page.getByRole('region', { name: 'Waiting step' })
  await expect(waiting).toContainText('Charging waits for another attempt')
  await expect(waiting).toContainText('It is tried again by itself at')
  expect(await findAccessibilityViolations(page)).toEqual([])
  // Whether the step waits or is being tried at the press depends on the second; it waits sooner or later.
  await expect(async () => {
    await waiting.getByRole('button', { name: 'Try again now' }).click({ timeout: 1_000 })
    await expect(activityEntry(page, 'asked to try again at once: charging').first()).toBeVisible({
      timeout: 2_000,
    })
  }).toPass({ timeout: 90_000 })
  await cancelParked(orderId)
  await expect(waiting).toBeHidden({ timeout: 30_000 })
})
