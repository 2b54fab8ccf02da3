/** Every page of the product, each with what it is called and how to get there. */

import { expect, type Page } from '@playwright/test'
import { decide, placeOrder, placeWaitingOrder, startApproval, waitForOrderState } from './api'
import { caseRow, decisionCard } from './console'
import { toStatusPath } from './shop'
import { selectRows } from './sql'
import { type Account, people } from './stack'

const { admin, ana, customer, outsider, supervisor } = people

export interface Screen {
  name: string
  as: Account | null
  path: () => Promise<string> | string
  /** Title of the tab, without the number of waiting cases. */
  title: string | RegExp
  /** What shows that the page is whole. */
  ready: (page: Page) => Promise<void>
  /** Status of the answer; 200 unless it says so. */
  status?: number
  /** Whether a spec of its own looks at it with axe, in both themes. */
  hasOwnAxeSpec?: boolean
}

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

const waiting = once(() => placeWaitingOrder(customer))
const approval = once(() => startApproval(supervisor))
const decided = once(async () => {
  const approvalId = await startApproval(supervisor)
  await decide(ana, approvalId, { decision: 'rejected', comment: 'Twice asked' })
  return approvalId
})
const ended = async (paymentToken: string, state: 'COMPLETED' | 'FAILED') => {
  const order = await placeOrder(customer, { paymentToken })
  await waitForOrderState(ana, order.orderId, state)
  return toStatusPath(order)
}
const anaId = once(async () => {
  const [row] = await selectRows<{ id: string }>('select id from "user" where email = $1', [ana.email])
  if (!row) throw new Error(`no account of ${ana.email}`)
  return row.id
})

const heading = (page: Page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible()
const rows = (page: Page) => expect(caseRow(page, '').first()).toBeVisible()
const decision = (page: Page) => expect(decisionCard(page)).toBeVisible()
const chart = (page: Page) => expect(page.locator('svg.recharts-surface').first()).toBeVisible()
const raw = (page: Page) => expect(page.getByRole('region', { name: 'Raw view of this case' })).toBeVisible()

const NO_INVITATION = `/invitation/inv_${'A'.repeat(43)}`
const ORDER_TAB = (headline: string) => new RegExp(`^${headline} · Order [0-9A-Z]{8}$`)
const CASE_TAB = (kind: string) => new RegExp(`^${kind} [0-9A-Z]{8} · Action Center$`)

export const SHOP_SCREENS: readonly Screen[] = [
  { name: 'order form', as: null, path: () => '/order', title: /^.+ · Corner Store$/, ready: heading },
  {
    name: 'order that waits',
    as: null,
    path: async () => toStatusPath((await waiting()).order),
    title: ORDER_TAB('Being checked'),
    ready: heading,
  },
  {
    name: 'order that was delivered',
    as: null,
    path: () => ended('tok_approved', 'COMPLETED'),
    title: ORDER_TAB('Delivered'),
    ready: heading,
  },
  {
    name: 'order that failed',
    as: null,
    path: () => ended('tok_declined', 'FAILED'),
    title: ORDER_TAB('Not completed'),
    ready: heading,
  },
  {
    name: 'link of no order',
    as: null,
    path: () => '/track/forged',
    title: 'There is nothing here · Corner Store',
    ready: heading,
    status: 404,
  },
  {
    name: 'orders of a customer',
    as: customer,
    path: async () => {
      await waiting()
      return '/my-orders'
    },
    title: 'Your orders · Corner Store',
    ready: heading,
  },
  {
    name: 'no orders yet',
    as: null,
    path: () => '/my-orders',
    title: 'Your orders · Corner Store',
    ready: heading,
  },
  {
    name: 'no such page',
    as: null,
    path: () => '/no/such/page',
    title: 'There is nothing here · Corner Store',
    ready: heading,
    status: 404,
  },
]

export const SIGN_IN_SCREENS: readonly Screen[] = [
  { name: 'sign-in', as: null, path: () => '/sign-in', title: 'Sign in · Action Center', ready: heading },
  {
    name: 'invitation that has ended',
    as: null,
    path: () => '/invitation?why=ended',
    title: 'This invitation has ended · Action Center',
    ready: heading,
    status: 410,
  },
  {
    name: 'invitation that we never made',
    as: null,
    path: () => NO_INVITATION,
    title: 'There is nothing here · Corner Store',
    ready: heading,
    status: 404,
  },
]

export const CONSOLE_SCREENS: readonly Screen[] = [
  {
    name: 'inbox',
    as: ana,
    path: async () => {
      await approval()
      return '/inbox'
    },
    title: 'Inbox · Action Center',
    ready: rows,
  },
  {
    name: 'inbox with a case',
    as: ana,
    path: async () => `/inbox?case=${(await waiting()).approvalId}`,
    title: 'Inbox · Action Center',
    ready: decision,
  },
  {
    name: 'inbox without a match',
    as: ana,
    path: () => '/inbox?q=nothingislikethis',
    title: 'Inbox · Action Center',
    ready: (page) => expect(page.getByText('Nothing matches')).toBeVisible(),
  },
  {
    name: 'orders',
    as: ana,
    path: async () => {
      await waiting()
      return '/orders'
    },
    title: 'Orders · Action Center',
    ready: rows,
  },
  {
    name: 'case of an approval',
    as: ana,
    path: async () => `/cases/${await approval()}`,
    title: CASE_TAB('Approval'),
    ready: decision,
  },
  {
    name: 'case of an order',
    as: ana,
    path: async () => `/cases/${(await waiting()).order.orderId}`,
    title: CASE_TAB('Order'),
    ready: decision,
  },
  {
    name: 'case for who may not decide it',
    as: outsider,
    path: async () => `/cases/${(await waiting()).approvalId}`,
    title: CASE_TAB('Approval'),
    ready: decision,
  },
  {
    name: 'decided case',
    as: ana,
    path: async () => `/cases/${await decided()}`,
    title: CASE_TAB('Approval'),
    ready: decision,
  },
  {
    name: 'raw view',
    as: ana,
    path: async () => `/cases/${await approval()}?raw=1`,
    title: CASE_TAB('Approval'),
    ready: raw,
  },
  {
    name: 'case that is none',
    as: ana,
    path: () => '/cases/nonsense',
    title: 'Case · Action Center',
    ready: heading,
    status: 404,
  },
  { name: 'reports', as: supervisor, path: () => '/reports', title: 'Reports · Action Center', ready: chart },
  {
    name: 'reports for who leads nobody',
    as: ana,
    path: () => '/reports',
    title: 'Reports · Action Center',
    ready: heading,
    status: 404,
  },
  { name: 'team', as: admin, path: () => '/team', title: 'Team · Action Center', ready: heading },
  { name: 'team of an agent', as: ana, path: () => '/team', title: 'Team · Action Center', ready: heading },
  { name: 'people', as: admin, path: () => '/people', title: 'People · Action Center', ready: heading },
  {
    name: 'person',
    as: admin,
    path: async () => `/people/${await anaId()}`,
    title: `${ana.name} · Action Center`,
    ready: heading,
  },
  {
    name: 'invite',
    as: admin,
    path: () => '/people/invite',
    title: 'Invite · Action Center',
    ready: heading,
  },
  {
    name: 'tokens',
    as: admin,
    path: () => '/people/tokens',
    title: 'API tokens · Action Center',
    ready: heading,
  },
  { name: 'audit', as: admin, path: () => '/people/audit', title: 'Audit · Action Center', ready: heading },
  {
    name: 'audit of a person',
    as: admin,
    path: async () => `/people/audit?about=${await anaId()}`,
    title: `Audit: ${ana.name} · Action Center`,
    ready: heading,
  },
  { name: 'account', as: ana, path: () => '/account', title: 'Account · Action Center', ready: heading },
  {
    name: 'the API',
    as: null,
    path: () => '/docs/api',
    title: 'API · Action Center',
    ready: heading,
    hasOwnAxeSpec: true,
  },
]

export const SCREENS: readonly Screen[] = [...SHOP_SCREENS, ...SIGN_IN_SCREENS, ...CONSOLE_SCREENS]
