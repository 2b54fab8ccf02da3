import { readFile } from 'node:fs/promises'
import type { DecisionReport } from '../../temporal/contract/reports/decision-report'
import { decide, startApproval } from '../support/api'
import { findAccessibilityViolations } from '../support/checks/accessibility'
import { createAgents } from '../support/create-agents'
import { type Account, people, stack } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, supervisor } = people

const readReport = async (account: Account): Promise<DecisionReport> => {
  const response = await fetch(`${stack.url}/api/v1/reports/decisions?days=7`, {
    headers: { authorization: `Bearer ${account.apiToken}` },
  })
  expect(response.status).toBe(200)
  return response.json() as Promise<DecisionReport>
}

test('a decision is counted for its author, on the page and in the file', async ({ open }) => {
  // An agent of this test only, so that no other test changes the numbers.
  const [agent] = (await createAgents(1)) as [Account]
  const decided = async () =>
    (await readReport(supervisor)).byPerson
      .filter(({ name }) => name === agent.name)
      .map(({ approved, rejected, open: held }) => ({ approved, rejected, held }))
  expect(await decided()).toEqual([])
  await decide(agent, await startApproval(supervisor), { decision: 'rejected', comment: 'Counted once' })
  await expect.poll(decided).toEqual([{ approved: 0, rejected: 1, held: 0 }])
  await decide(agent, await startApproval(supervisor), { decision: 'approved' })
  await decide(agent, await startApproval(supervisor), { decision: 'approved' })
  await expect.poll(decided).toEqual([{ approved: 2, rejected: 1, held: 0 }])

  const page = await open(supervisor)
  await page.goto('/reports?days=7')
  const byPerson = page.getByRole('region', { name: 'By person', exact: true })
  await expect(byPerson.getByRole('row').filter({ hasText: agent.name })).toContainText(
    '2 approved, 1 rejected',
  )
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV of the table by person' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^decisions-by-person-7-days-\d{4}-\d\d-\d\d\.csv$/)
  const text = await readFile(await file.path(), 'utf8')
  const [head, ...rows] = text.trim().split('\n')
  expect(head).toMatch(/^id,name,open,overdue,approved,rejected,/)
  expect(rows.find((row) => row.includes(agent.name))).toContain(`,${agent.name},0,0,2,1,`)
})

test('the current numbers link to the lists that they count', async ({ open }) => {
  await startApproval(supervisor)
  const page = await open(supervisor)
  await page.goto('/reports')
  await page.getByRole('link', { name: 'Due today' }).click()
  await expect(page).toHaveURL(/\/inbox\?due=today/)
})

test('an agent gets no report and no link to it', async ({ open, watch }) => {
  watch.expectComplaint(/status of 404/)
  const page = await open(ana)
  expect((await page.goto('/reports'))?.status()).toBe(404)
  await page.goto('/inbox')
  await expect(
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Reports' }),
  ).toHaveCount(0)
  const refused = await fetch(`${stack.url}/api/v1/reports/decisions`, {
    headers: { authorization: `Bearer ${ana.apiToken}` },
  })
  expect(refused.status).toBe(403)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`charts and numbers are accessible in ${colorScheme}`, async ({ open }) => {
    const page = await open(supervisor, { colorScheme })
    await page.goto('/reports?days=30')
    await expect(page.locator('svg.recharts-surface').first()).toBeVisible()
    await page.getByText('The numbers').click()
    await expect(page.getByRole('table', { name: /opened and ended/ }).getByRole('row')).toHaveCount(31)
    expect(await findAccessibilityViolations(page)).toEqual([])
  })

test('the numbers are shown without JavaScript', async ({ open }) => {
  const page = await open(supervisor, { javaScriptEnabled: false })
  await page.goto('/reports')
  await expect(page.getByText('Time to decide').first()).toBeVisible()
  await expect(page.getByRole('table', { name: 'Decisions by group' })).toBeVisible()
})
