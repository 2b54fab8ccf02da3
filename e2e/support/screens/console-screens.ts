/** The pages of staff. */

import { expect, type Page } from '@playwright/test'
import { decide, startApproval } from '../api'
import { caseRow, decisionCard } from '../pages/console'
import { selectRows } from '../sql'
import { people } from '../stack'
import { heading, once, type Screen, waiting } from './screen'

const { admin, ana, outsider, supervisor } = people

const approval = once(() => startApproval(supervisor))
const decided = once(async () => {
  const approvalId = await startApproval(supervisor)
  await decide(ana, approvalId, { decision: 'rejected', comment: 'Twice asked' })
  return approvalId
})
const anaId = once(async () => {
  const [row] = await selectRows<{ id: string }>('select id from "user" where email = $1', [ana.email])
  if (!row) throw new Error(`no account of ${ana.email}`)
  return row.id
})

const rows = (page: Page) => expect(caseRow(page, '').first()).toBeVisible()
const decision = (page: Page) => expect(decisionCard(page)).toBeVisible()
const chart = (page: Page) => expect(page.locator('svg.recharts-surface').first()).toBeVisible()
const raw = (page: Page) => expect(page.getByRole('region', { name: 'Raw view of this case' })).toBeVisible()

const CASE_TAB = (kind: string) => new RegExp(`^${kind} [0-9A-Z]{8} · Action Center$`)

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
    name: 'case of another group',
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
    name: 'unknown case',
    as: ana,
    path: () => '/cases/nonsense',
    title: 'Case · Action Center',
    ready: heading,
    status: 404,
  },
  { name: 'reports', as: supervisor, path: () => '/reports', title: 'Reports · Action Center', ready: chart },
  {
    name: 'reports for an agent',
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
