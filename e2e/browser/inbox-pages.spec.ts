import type { Page } from '@playwright/test'
import { DEFAULT_LIMIT } from '../../temporal/contract/cases/case-filter'
import { decide, expectBody, listCases } from '../support/api'
import { mapLimited } from '../support/map-limited'
import { caseRow } from '../support/pages/console'
import { openList, selectionBar, startApprovals, WIDE } from '../support/pages/inbox'
import { people } from '../support/stack'
import { expect, test } from '../support/test'
import { uniqueWord } from '../support/unique-word'

const { admin, ana, ben, customer } = people

const pager = (page: Page) => page.getByRole('navigation', { name: 'Pages' })
const titles = (tag: string) => Array.from({ length: DEFAULT_LIMIT + 2 }, (_, n) => `${100 + n} ${tag}`)

test('a page that decisions emptied goes to the one before, of the agent and of a colleague', async ({
  open,
}) => {
  test.slow()
  const tag = uniqueWord('pages')
  const ids = await startApprovals(titles(tag))
  const page = await open(ana, WIDE)
  const other = await open(ben, WIDE)
  await openList(page, `/inbox?q=${tag}&sort=title`, DEFAULT_LIMIT)
  await expect(pager(page)).toContainText(`of ${ids.length}`)
  await pager(page).getByRole('link', { name: 'Next page' }).click()
  await expect(caseRow(page, '')).toHaveCount(2)
  const emptied = page.url()
  await openList(other, emptied, 2)

  await page.getByRole('checkbox', { name: 'Select all on this page' }).click()
  await selectionBar(page).getByRole('button', { name: 'Approve' }).click()
  await selectionBar(page).getByRole('button', { name: 'Approve 2' }).click()
  await expect(selectionBar(page)).toContainText('2 approved')
  for (const seen of [page, other]) {
    await expect(caseRow(seen, '')).toHaveCount(DEFAULT_LIMIT)
    await expect(pager(seen)).toContainText(`1–${DEFAULT_LIMIT} of ${DEFAULT_LIMIT}`)
    await expect(pager(seen).getByRole('link')).toHaveCount(0)
    await expect(seen).toHaveURL(`/inbox?q=${tag}`.concat('&sort=title'))
  }

  // The address of the emptied page still works, and nothing claims that nothing matches while cases do.
  await page.goto(emptied)
  await expect(caseRow(page, '')).toHaveCount(DEFAULT_LIMIT)
  await expect(page).toHaveURL(`/inbox?q=${tag}&sort=title`)
  await mapLimited(ids.slice(0, DEFAULT_LIMIT), 8, async (caseId) =>
    expectBody(await decide(ben, caseId, { decision: 'approved' })),
  )
  await expect.poll(async () => (await listCases(ana, `q=${tag}&state=open`)).total.value).toBe(0)
  await page.goto(emptied)
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await expect(page).toHaveURL(`/inbox?q=${tag}&sort=title`)
})

test('pages beyond the end of people, audit and orders go to one that has rows', async ({ open }) => {
  const page = await open(admin, WIDE)
  await page.goto('/people?page=4000')
  await expect(page).not.toHaveURL(/page=4000/)
  await expect(page.getByRole('table')).toContainText(ana.email)
  const beyond = '1970-01-01T00:00:00.000000Z~0'
  await page.goto(`/people/audit?after=${beyond}`)
  await expect(page).toHaveURL('/people/audit')
  const shopper = await open(customer)
  await shopper.goto(`/my-orders?after=${beyond}`)
  await expect(shopper).toHaveURL('/my-orders')
})
