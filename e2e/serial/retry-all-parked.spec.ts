import { cancelParked, parkOrder } from '../support/park-order'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { supervisor } = people

// Alone, since it tries the parked orders of other tests as well.
test('a supervisor tries all parked orders at once, also without JavaScript', async ({ open }) => {
  test.slow()
  const orderId = await parkOrder()
  const page = await open(supervisor, { javaScriptEnabled: false })
  const waiting = page.getByRole('region', { name: 'Waiting orders' })
  // The page counts what the projection knows, which may be a moment behind.
  await expect(async () => {
    await page.goto('/reports')
    await expect(waiting).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await waiting.getByRole('button', { name: 'Try all again now' }).click()
  await expect(waiting).toContainText(/\d+ orders? tried again/)
  await cancelParked(orderId)
})
