import { randomUUID } from 'node:crypto'
import { decide, expectBody, listCases, startApproval } from '../support/api'
import { createAgents } from '../support/create-agents'
import { approve, decisionCard } from '../support/pages/console'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { admin, ana, ben, supervisor } = people
const notInGroup = { status: 403, body: { code: 'NOT_IN_GROUP' } }

test('a removed member of a group may not decide, and a re-added one may', async ({ open }) => {
  const [agent] = await createAgents(1)
  if (!agent) throw new Error('no agent was made')
  const page = await open(admin)
  await page.goto('/team')
  const member = page
    .getByRole('list', { name: 'Members of Risk' })
    .getByRole('listitem')
    .filter({ hasText: agent.name })
  await expect(member).toBeVisible()

  expectBody(await decide(agent, await startApproval(supervisor), { decision: 'approved' }))
  await member.getByRole('button', { name: `Take ${agent.name} out` }).click()
  await expect(member).toBeHidden()
  const approvalId = await startApproval(supervisor)
  expect(await decide(agent, approvalId, { decision: 'approved' })).toMatchObject(notInGroup)

  await page.getByLabel('Add to Risk').selectOption(agent.name)
  await page
    .locator('form')
    .filter({ has: page.getByLabel('Add to Risk') })
    .getByRole('button', { name: 'Add' })
    .click()
  await expect(member).toBeVisible()
  expectBody(await decide(agent, approvalId, { decision: 'approved' }))
})

test('a new group can get approvals, and only its members decide', async ({ open }) => {
  const name = `Goodwill ${randomUUID().slice(0, 6)}`
  const id = name.toLowerCase().replace(' ', '-')
  const page = await open(admin)
  await page.goto('/team')
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('button', { name: 'Create group' }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  const approvalId = await startApproval(supervisor, { group: id })
  expect(await decide(ana, approvalId, { decision: 'approved' })).toMatchObject(notInGroup)
})

test('an agent sees the groups but cannot change them', async ({ open }) => {
  const page = await open(ana)
  await page.goto('/team')
  await expect(page.getByRole('list', { name: 'Members of Risk' })).toBeVisible()
  await expect(page.getByRole('button', { name: /Take .* out/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Create group' })).toBeHidden()
})

test('a group with open cases shows them and cannot be deleted', async ({ open }) => {
  const name = `Returns ${randomUUID().slice(0, 6)}`
  const page = await open(admin)
  await page.goto('/team')
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('button', { name: 'Create group' }).click()
  const group = page.getByRole('region', { name })
  await expect(group).toBeVisible()
  await startApproval(supervisor, { group: name.toLowerCase().replace(' ', '-') })
  await expect(async () => {
    await page.reload()
    await expect(group.getByRole('link', { name: '1 open case' })).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await group.getByRole('button', { name: `Delete ${name}` }).click()
  await expect(group.getByText('1 open case waits for it')).toBeVisible()
  await expect(group.getByRole('button', { name: 'Delete group' })).toHaveCount(0)
})

test('deleting a group that approvals will escalate to says what will happen, and asks once more', async ({
  open,
}) => {
  const name = `Second ${randomUUID().slice(0, 6)}`
  const page = await open(admin)
  await page.goto('/team')
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('button', { name: 'Create group' }).click()
  const group = page.getByRole('region', { name })
  await expect(group.getByText('Nobody is in this group')).toBeVisible()
  const approvalId = await startApproval(supervisor, {
    title: `Escalates to ${name}`,
    onDeadline: { action: 'escalate', group: name.toLowerCase().replace(' ', '-') },
  })
  await expect
    .poll(async () => (await listCases(admin, `q=${approvalId}`)).items.length, { timeout: 20_000 })
    .toBe(1)
  await group.getByRole('button', { name: `Delete ${name}` }).click()
  await group.getByRole('button', { name: 'Delete group' }).click()
  await expect(group.getByText('1 open approval will be asked of it at the deadline')).toBeVisible()
  await group.getByRole('button', { name: 'Delete it all the same' }).click()
  await expect(group).toBeHidden()
  expectBody(await decide(ana, approvalId, { decision: 'approved' }))
})

test('an approval of a group without members waits for a supervisor, who finds it on the page of the team', async ({
  open,
}) => {
  const name = `Empty ${randomUUID().slice(0, 6)}`
  const page = await open(admin)
  await page.goto('/team')
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('button', { name: 'Create group' }).click()
  await expect(page.getByRole('region', { name })).toBeVisible()
  const title = `Stranded in ${name}`
  const approvalId = await startApproval(ana, { title, group: name.toLowerCase().replace(' ', '-') })
  const link = page
    .getByRole('region', { name: 'These wait for a supervisor' })
    .getByRole('link', { name: title })
  await expect(async () => {
    await page.reload()
    await expect(link).toBeVisible({ timeout: 1_000 })
  }).toPass()
  expect(await decide(ben, approvalId, { decision: 'approved' })).toMatchObject(notInGroup)
  await link.click()
  await approve(page)
  await expect(decisionCard(page)).toContainText(`Approved by ${admin.name}`)
})
