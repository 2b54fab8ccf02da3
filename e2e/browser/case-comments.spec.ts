import { MAX_MENTIONS } from '../../temporal/contract/cases/approval'
import { parseMentions } from '../../temporal/contract/cases/mentions'
import { placeWaitingOrder, readCase, startApproval } from '../support/api'
import { findAccessibilityViolations } from '../support/checks/accessibility'
import { createAgents } from '../support/create-agents'
import { activityEntry, commentField, findAccountId, openLiveCase, postVerb } from '../support/pages/case'
import { type Account, people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, ben, supervisor, customer } = people

test('a comment links URLs and cases, and escapes HTML', async ({ open }) => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  const text = `<img src=x onerror=alert(1)> javascript:alert(1) https://example.org/a. ${order.orderId}`
  await postVerb(ana, approvalId, 'comment', { text })
  const page = await open(ana)
  await openLiveCase(page, approvalId)
  const comment = activityEntry(page, '<img src=x')
  const outside = comment.getByRole('link', { name: 'https://example.org/a' })
  await expect(outside).toHaveAttribute('href', 'https://example.org/a')
  await expect(outside).toHaveAttribute('rel', /noopener/)
  await expect(comment.getByRole('link')).toHaveCount(2)
  await comment.getByRole('link', { name: order.orderId }).click()
  await expect(page).toHaveURL(new RegExp(`/cases/${order.orderId}$`))
})

test('@ mentions a colleague by keyboard; the name is highlighted, also for the colleague', async ({
  open,
}) => {
  const approvalId = await startApproval(supervisor)
  const page = await open(ana)
  await openLiveCase(page, approvalId)
  await page.keyboard.press('m')
  await page.keyboard.type(`Please look, @${ben.name.slice(0, 2)}`)
  const list = page.getByRole('listbox', { name: 'Colleagues' })
  const first = list.getByRole('option').first()
  await expect(first).toHaveAttribute('aria-selected', 'true')
  await expect(commentField(page)).toHaveAttribute(
    'aria-activedescendant',
    (await first.getAttribute('id')) ?? '',
  )
  expect(await findAccessibilityViolations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await page.keyboard.type(ben.name.slice(2, 3))
  await expect(list.getByRole('option')).toContainText([ben.name])
  await page.keyboard.press('Enter')
  await expect(commentField(page)).toHaveValue(`Please look, @${ben.name} `)
  await page.keyboard.type('today')
  await page.keyboard.press('Control+Enter')
  await expect(activityEntry(page, 'Please look')).not.toContainText('Sending…')

  const entry = (await readCase(ana, approvalId)).activityStream.at(-1)
  expect(entry?.text).toBe(`Please look, @${ben.name} today`)
  expect(entry?.params.mentions).toContain(await findAccountId(ben))
  const other = await open(ben)
  await openLiveCase(other, approvalId)
  await expect(activityEntry(other, 'Please look')).toContainText(`@${ben.name} (you)`)
})

test('colleagues are offered up to the limit of mentions, then the list shows that it is reached', async ({
  open,
}) => {
  test.slow()
  const [approvalId, agents] = await Promise.all([startApproval(supervisor), createAgents(MAX_MENTIONS + 1)])
  const page = await open(ana)
  await openLiveCase(page, approvalId)
  await page.keyboard.press('m')
  const list = page.getByRole('listbox', { name: 'Colleagues' })
  const typed = ({ email }: Account) => page.keyboard.type(`@${email.split('@')[0]}`)
  for (const agent of agents.slice(0, MAX_MENTIONS)) {
    await typed(agent)
    await expect(list.getByRole('option', { name: agent.email })).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(commentField(page)).toHaveValue(new RegExp(`@${agent.name} $`))
  }
  await typed(agents[MAX_MENTIONS] as Account)
  await expect(page.getByText(`A comment calls at most ${MAX_MENTIONS} people`)).toBeVisible()
  await expect(list.getByRole('option')).toHaveCount(0)
  expect(await findAccessibilityViolations(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect(activityEntry(page, 'Agent 1 of')).not.toContainText('Sending…')
  const entry = (await readCase(ana, approvalId)).activityStream.at(-1)
  expect(parseMentions(entry?.params ?? {}).map(({ name }) => name)).toEqual(
    agents.slice(0, MAX_MENTIONS).map(({ name }) => name),
  )
})

test('a case linked in a comment opens without a reload', async ({ open }) => {
  const [named, approvalId] = await Promise.all([startApproval(supervisor), startApproval(supervisor)])
  await postVerb(ana, approvalId, 'comment', { text: `like ${named}` })
  const page = await open(ana)
  await openLiveCase(page, approvalId)
  await page.evaluate(() => {
    document.documentElement.dataset.marked = 'same page'
  })
  await activityEntry(page, 'like').getByRole('link', { name: named }).click()
  await expect(page).toHaveURL(new RegExp(`/cases/${named}$`))
  await expect(page.locator('html')).toHaveAttribute('data-marked', 'same page')
})

test('a mention of an unknown account is refused', async () => {
  const approvalId = await startApproval(supervisor)
  const answer = await postVerb(ana, approvalId, 'comment', { text: '@x', mentions: [{ id: 'nobody' }] })
  expect(answer.status).toBe(422)
  expect(answer.body).toMatchObject({ errors: [{ path: 'mentions.0.id' }] })
})
