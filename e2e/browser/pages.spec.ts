import type { Page } from '@playwright/test'
import { decide, placeWaitingOrder, startApproval } from '../support/api'
import { decisionCard, rowOf } from '../support/console'
import { findings } from '../support/findings'
import { type Account, people, stack } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, customer, supervisor, admin } = people

interface Screen {
  name: string
  as: Account | null
  path: () => Promise<string> | string
  /** What shows that the page is whole. */
  ready: (page: Page) => Promise<void>
}

const heading = (page: Page) => expect(page.getByRole('heading').first()).toBeVisible()
const rows = (page: Page) => expect(rowOf(page, '').first()).toBeVisible()
const decision = (page: Page) => expect(decisionCard(page)).toBeVisible()

const trackOf = async () => new URL((await placeWaitingOrder(customer)).order.statusUrl).pathname

const SCREENS: Screen[] = [
  { name: 'start', as: null, path: () => '/', ready: heading },
  { name: 'order form', as: null, path: () => '/order', ready: heading },
  { name: 'order status', as: null, path: trackOf, ready: heading },
  { name: 'sign-in', as: null, path: () => '/sign-in', ready: heading },
  {
    name: 'inbox',
    as: ana,
    path: () => '/inbox',
    ready: rows,
  },
  {
    name: 'inbox with a case',
    as: ana,
    path: async () => `/inbox?case=${(await placeWaitingOrder(customer)).approvalId}`,
    ready: decision,
  },
  { name: 'empty list', as: ana, path: () => '/inbox?q=nothingislikethis', ready: heading },
  {
    name: 'orders',
    as: ana,
    path: () => '/orders',
    ready: rows,
  },
  { name: 'case', as: ana, path: async () => `/cases/${await startApproval(supervisor)}`, ready: decision },
  {
    name: 'order case',
    as: ana,
    path: async () => `/cases/${(await placeWaitingOrder(customer)).order.orderId}`,
    ready: decision,
  },
  {
    name: 'decided case',
    as: ana,
    path: async () => {
      const approvalId = await startApproval(supervisor)
      await decide(ana, approvalId, { decision: 'rejected', comment: 'Twice asked' })
      return `/cases/${approvalId}`
    },
    ready: decision,
  },
  { name: 'team', as: admin, path: () => '/team', ready: heading },
  { name: 'account', as: ana, path: () => '/account', ready: heading },
]

for (const screen of SCREENS)
  for (const theme of ['light', 'dark'] as const)
    test(`${screen.name} in ${theme} has no accessibility finding, no console error, no breach of policy`, async ({
      open,
    }) => {
      const page = await open(screen.as, { colorScheme: theme, reducedMotion: 'reduce' })
      await page.goto(await screen.path())
      await screen.ready(page)
      await expect(page).toHaveTitle(/./)
      expect(await findings(page)).toEqual([])
    })

for (const path of ['/no/such/page', '/track/forged'])
  test(`${path} is a page of ours, without errors beyond its own 404`, async ({ open, watch }) => {
    watch.expectComplaint(/status of 404/)
    const page = await open(null)
    const response = await page.goto(path)
    expect(response?.status()).toBe(404)
    await heading(page)
    await expect(page).toHaveTitle(/./)
    expect(await findings(page)).toEqual([])
  })

for (const screen of SCREENS.filter(({ name }) =>
  ['order form', 'order status', 'inbox', 'case'].includes(name),
))
  test(`${screen.name} fits a phone of 360 px without sideways scrolling`, async ({ open }) => {
    const page = await open(screen.as, { viewport: { width: 360, height: 740 } })
    await page.goto(await screen.path())
    await page.waitForLoadState('load')
    const { scroll, client } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      client: document.documentElement.clientWidth,
    }))
    expect(scroll).toBeLessThanOrEqual(client)
  })

test('the sample link of the stack is a status page', async ({ open }) => {
  test.skip(!stack.sampleStatusUrl, 'this stack was started without samples')
  const page = await open(null)
  expect((await page.goto(stack.sampleStatusUrl))?.status()).toBe(200)
  await heading(page)
})
