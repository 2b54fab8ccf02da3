import type { Page } from '@playwright/test'
import { toCaseNumber } from '../../temporal/contract/cases/case-ids'
import { call, decide, expectBody, placeWaitingOrder, startApproval } from '../support/api'
import { readLayoutShift, recordLayoutShifts } from '../support/checks/layout-shift'
import { waitForNetworkQuiet } from '../support/checks/page-weight'
import { caseRow, decisionCard, waitUntilLive } from '../support/pages/console'
import { SCREENS } from '../support/screens/screens'
import { people } from '../support/stack'
import { expect, test } from '../support/test'
import { uniqueWord } from '../support/unique-word'

const { ana, ben, customer, supervisor } = people
/** Limit of the cumulative layout shift; browsers rate 0.1 as good. The status page is covered by shop-status. */
const MOST_SHIFT = 0.02
const WINDOWS = { phone: { width: 360, height: 740 }, desk: { width: 1440, height: 900 } }
const LOADED = [
  'inbox',
  'inbox with a case',
  'orders',
  'case of an approval',
  'case of an order',
  'reports',
  'people',
  'person',
  'team',
  'account',
  'order form',
  'orders of a customer',
  'sign-in',
]

/** Lists are filtered to cases of this test, because other tests decide cases meanwhile. */
const narrowed = async (path: string): Promise<string> =>
  ['/inbox', '/orders'].includes(path)
    ? `${path}?q=${toCaseNumber((await placeWaitingOrder(customer)).order.orderId)}`
    : path

for (const screen of SCREENS.filter(({ name }) => LOADED.includes(name)))
  test(`no layout shift while this loads: ${screen.name}`, async ({ open }) => {
    for (const viewport of Object.values(WINDOWS)) {
      const page = await open(screen.as, { viewport })
      await recordLayoutShifts(page)
      await page.goto(await narrowed(await screen.path()))
      await screen.ready(page)
      await waitForNetworkQuiet(page)
      expect(await readLayoutShift(page), `${viewport.width} px`).toBeLessThanOrEqual(MOST_SHIFT)
    }
  })

const openWatched = async (page: Page, path: string): Promise<void> => {
  await recordLayoutShifts(page)
  await page.goto(path)
  await expect(decisionCard(page)).toBeVisible()
  await waitUntilLive(page)
}

for (const path of ['/inbox?case=', '/cases/'])
  test(`no layout shift when others decide and new cases come, beside ${path}`, async ({ open }) => {
    const { approvalId } = await placeWaitingOrder(customer)
    const page = await open(ana, { viewport: WINDOWS.desk })
    await openWatched(page, path + approvalId)
    const tag = uniqueWord('moved')
    await startApproval(supervisor, { title: `New ${tag}`, deadlineMs: 60_000 })
    if (path.startsWith('/inbox')) await expect(page.getByRole('button', { name: /\d new/ })).toBeVisible()
    expect(await readLayoutShift(page), 'a new case').toBeLessThanOrEqual(MOST_SHIFT)
    expectBody(await decide(ben, approvalId, { decision: 'approved' }))
    await expect(page.getByText(`Approved by ${ben.name}`).first()).toBeVisible()
    expect(await readLayoutShift(page), 'a decision').toBeLessThanOrEqual(MOST_SHIFT)
  })

test('no layout shift in the table when a row changes', async ({ open }) => {
  const tag = uniqueWord('rows')
  const approvalId = await startApproval(supervisor, { title: `Still ${tag}` })
  const page = await open(ana, { viewport: WINDOWS.desk })
  await recordLayoutShifts(page)
  await page.goto(`/inbox?q=${tag}`)
  await expect(caseRow(page, tag)).toBeVisible()
  await waitUntilLive(page)
  expectBody(await call(`/api/v1/cases/${approvalId}/claim`, { as: ben, body: {} }))
  await expect(caseRow(page, tag)).toContainText(ben.name)
  expect(await readLayoutShift(page)).toBeLessThanOrEqual(MOST_SHIFT)
})
