import { randomUUID } from 'node:crypto'
import { decide, expectBody, startApproval } from '../support/api'
import { createAgents } from '../support/create-agents'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { admin, ana, supervisor } = people
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
