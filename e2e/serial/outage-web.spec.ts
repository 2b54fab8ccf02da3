import type { Locator } from '@playwright/test'
import { startApproval } from '../support/api'
import { findAccessibilityViolations } from '../support/checks/accessibility'
import { approve, openCase } from '../support/pages/console'
import {
  approvedText,
  caseLinks,
  expectFailures,
  outageBanner,
  UNTIL_NOTICED,
} from '../support/pages/outage-banners'
import { resumeAllServices, resumeService, stopService } from '../support/services'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, ben, supervisor } = people

test.afterEach(resumeAllServices)

test('an outage banner shifts no row and nothing above it', async ({ open, watch }) => {
  expectFailures(watch)
  await startApproval(supervisor, { title: 'Stays where it is' })
  const page = await open(ana)
  await page.goto('/inbox')
  const parts: Locator[] = [
    page.getByRole('heading', { level: 1 }),
    page.getByRole('searchbox'),
    caseLinks(page).first(),
  ]
  await expect(caseLinks(page).first()).toBeVisible()
  const places = () => Promise.all(parts.map(async (part) => (await part.boundingBox())?.y))
  const before = await places()
  await page.route('**/api/v1/status', async (route) => {
    const { asOf } = await (await route.fetch()).json()
    await route.fulfill({ json: { asOf, down: { listener: asOf } } })
  })
  await expect(outageBanner(page, 'Live updates are interrupted')).toBeVisible(UNTIL_NOTICED)
  expect(await places()).toEqual(before)
  await page.unroute('**/api/v1/status')
  await expect(outageBanner(page, 'Live updates are interrupted')).toBeHidden(UNTIL_NOTICED)
  expect(await places()).toEqual(before)
})

test('web stopped: the page keeps its content and shows that the server is unreachable', async ({
  open,
  watch,
}) => {
  expectFailures(watch)
  const caseId = await startApproval(supervisor, { title: 'Without a server' })
  const page = await open(ana)
  await openCase(page, caseId)
  stopService('web')
  await expect(outageBanner(page, 'The server cannot be reached')).toBeVisible(UNTIL_NOTICED)
  await expect(page.getByRole('heading', { level: 1, name: 'Without a server' })).toBeVisible()
  resumeService('web')
  await expect(outageBanner(page, 'The server is back')).toBeVisible(UNTIL_NOTICED)
  await approve(page)
  await expect(approvedText(page)).toBeVisible()
})

test('event stream blocked: the page shows it, polls and stays current', async ({ open, watch }) => {
  expectFailures(watch)
  const caseId = await startApproval(supervisor, { title: 'Without a stream' })
  const [mine, colleague] = [await open(ana), await open(ben)]
  await mine.route(/\/api\/v1\/events/, (route) => route.abort())
  await openCase(mine, caseId)
  await expect(outageBanner(mine, 'Live updates are interrupted')).toBeVisible(UNTIL_NOTICED)
  await openCase(colleague, caseId)
  await approve(colleague)
  await expect(approvedText(mine)).toBeVisible(UNTIL_NOTICED)
  expect(await findAccessibilityViolations(mine)).toEqual([])
})
