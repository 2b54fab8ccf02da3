import { toCaseNumber } from '../../temporal/contract/cases/case-ids'
import { placeWaitingOrder, startApproval } from '../support/api'
import { interceptRequests } from '../support/interception'
import { decisionCard } from '../support/pages/console'
import { openInbox, openPalette, palette, paletteOption } from '../support/pages/palette'
import { people } from '../support/stack'
import { expect, test } from '../support/test'
import { uniqueWord } from '../support/unique-word'

const { ana, supervisor, customer } = people

const REFUSED = { type: 'about:blank', title: 'No search today', status: 403, code: 'FORBIDDEN', detail: '' }

test('an order is found by its number, opened with Enter, and is then a recent case', async ({ open }) => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  const page = await open(ana)
  await openInbox(page)
  await openPalette(page, toCaseNumber(order.orderId).slice(0, 6))
  await expect(paletteOption(page, /^Order .*Approval/)).toBeVisible()
  await expect(paletteOption(page, /^Order .*Order ·/)).toBeVisible()
  await expect(palette(page).getByRole('status')).toHaveText('2 results')
  await expect(palette(page).locator('mark').first()).toHaveText(toCaseNumber(order.orderId).slice(0, 6))
  while (
    !(await paletteOption(page, /Approval/)
      .getAttribute('data-highlighted')
      .then((is) => is !== null))
  )
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/cases/${approvalId}$`))
  await expect(decisionCard(page)).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await expect(page).toHaveURL(/\/inbox$/)
  await openPalette(page)
  const recent = palette(page).getByRole('group', { name: 'Recent cases' })
  await expect(recent.getByRole('option').first()).toContainText(toCaseNumber(order.orderId))
})

test('a case opens by its whole id, by the id of its workflow and by a pasted link', async ({ open }) => {
  const approvalId = await startApproval(supervisor, { title: 'Found by its id' })
  const page = await open(ana)
  for (const text of [
    approvalId,
    `approval:${approvalId}`,
    `https://some.where/inbox?case=${approvalId}#x`,
  ]) {
    await openInbox(page)
    await openPalette(page)
    await page.keyboard.insertText(text)
    await expect(paletteOption(page, /Found by its id/)).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`/cases/${approvalId}$`))
  }
})

test('an unknown id is reported and opens nothing', async ({ open, watch }) => {
  watch.expectComplaint(/status of 404/)
  const page = await open(ana)
  await openInbox(page)
  await openPalette(page)
  await page.keyboard.insertText(`apr_${'0'.repeat(26)}`)
  await expect(paletteOption(page, /There is nothing here that you may see/)).toBeDisabled()
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeVisible()
})

test('a title and a customer find their cases', async ({ open }) => {
  const title = `Return of a lamp ${uniqueWord('palette')}`
  await startApproval(supervisor, { title })
  const page = await open(ana)
  await openInbox(page)
  await openPalette(page, title.split(' ').reverse().join(' '))
  await expect(paletteOption(page, title)).toContainText(supervisor.name)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(supervisor.name)
  await expect(paletteOption(page, title)).toBeVisible()
})

test('a person is found by name and opens the cases assigned to them', async ({ open }) => {
  const page = await open(ana)
  await openInbox(page)
  await openPalette(page, ana.email)
  await expect(paletteOption(page, new RegExp(ana.name))).toContainText('Agent')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/inbox\?.*assignee=/)
})

test('a failed search is reported and can be repeated', async ({ open, watch }) => {
  watch.expectComplaint(/ERR_FAILED|Failed to load resource/)
  const page = await open(ana)
  await openInbox(page)
  await interceptRequests(page, '**/api/v1/people?*', (route) => route.abort())
  await interceptRequests(page, '**/api/v1/cases?q=*', (route) =>
    route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(REFUSED) }),
  )
  await openPalette(page, 'team')
  await expect(palette(page).getByRole('alert')).toContainText(REFUSED.title)
  await expect(paletteOption(page, 'Team')).toBeVisible()
  await page.unroute('**/api/v1/cases?q=*')
  await page.unroute('**/api/v1/people?*')
  await palette(page).getByRole('button', { name: 'Try again' }).press('Enter')
  await expect(palette(page).getByRole('alert')).toBeHidden()
})
