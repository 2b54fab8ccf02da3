import type { Page } from '@playwright/test'
import { call, decide, expectBody, placeWaitingOrder, startApproval } from '../support/api'
import { findStreamHolders, recordEventStreams } from '../support/checks/open-streams'
import { mapLimited } from '../support/map-limited'
import { caseRow, waitUntilLive } from '../support/pages/console'
import { toStatusPath } from '../support/pages/shop'
import { people } from '../support/stack'
import { expect, test } from '../support/test'
import { uniqueWord } from '../support/unique-word'

const { ana, ben, customer, supervisor } = people

const TABS = 10
/** Pages that load together: as many as HTTP/1.1 has connections. */
const TOGETHER = 6

/** Ten tabs of each kind, one of each kind after the other. */
const openTabs = async (first: Page, paths: Record<string, (n: number) => string>) => {
  const wanted = Array.from({ length: TABS }, (_, n) =>
    Object.entries(paths).map(([kind, path]) => ({ kind, path: path(n) })),
  ).flat()
  const opened = await mapLimited(wanted, TOGETHER, async ({ kind, path }, at) => {
    const page = at === 0 ? first : await first.context().newPage()
    const answer = await page.goto(path, { waitUntil: 'domcontentloaded' })
    expect(answer?.status(), path).toBe(200)
    return { kind, page }
  })
  return (kind: string) => opened.filter((one) => one.kind === kind).map(({ page }) => page)
}

test('ten tabs of each kind in one browser all answer and all change, with a stream for console and shop', async ({
  open,
}) => {
  test.setTimeout(240_000)
  const word = uniqueWord('tabs')
  const caseId = await startApproval(supervisor, { title: `Refund ${word}` })
  const orders = await mapLimited(Array.from({ length: TABS }), 5, () => placeWaitingOrder(customer))
  const first = await open(supervisor)
  await recordEventStreams(first.context())
  const tabs = await openTabs(first, {
    inbox: () => `/inbox?q=${word}`,
    case: () => `/cases/${caseId}`,
    reports: () => '/reports',
    status: (n) => toStatusPath(orders[n]?.order ?? { statusUrl: '' }),
    mine: () => '/my-orders',
    form: () => '/order',
  })
  const staff = [...tabs('inbox'), ...tabs('case'), ...tabs('reports')]
  for (const page of staff) await waitUntilLive(page)
  for (const page of tabs('status'))
    await expect(page.getByText('This page updates by itself.')).toBeVisible()
  const holders = async (pages: readonly Page[]) => (await findStreamHolders(pages)).length
  expect(await holders([...tabs('mine'), ...tabs('form')])).toBe(0)
  await expect.poll(() => holders(staff)).toBe(1)
  await expect.poll(() => holders(tabs('status'))).toBe(1)

  expectBody(await call(`/api/v1/cases/${caseId}/claim`, { as: ben, body: {} }))
  for (const page of tabs('inbox')) await expect(caseRow(page, word)).toContainText(ben.name)
  await mapLimited(orders, 5, async ({ approvalId }) =>
    expectBody(await decide(ana, approvalId, { decision: 'rejected', comment: 'Street is missing' })),
  )
  for (const page of tabs('status'))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your order was cancelled')

  // Another tab opens the stream of the one that is closed.
  const [leader] = await findStreamHolders(staff)
  await leader?.close()
  const left = staff.filter((page) => page !== leader)
  await expect.poll(() => holders(left)).toBe(1)
  expectBody(await call(`/api/v1/cases/${caseId}/comment`, { as: ben, body: { text: 'For all tabs' } }))
  for (const page of tabs('case').filter((one) => one !== leader))
    await expect(page.getByText('For all tabs', { exact: true })).toBeVisible()
})
