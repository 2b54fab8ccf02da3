import { placeWaitingOrder, readCase, startApproval } from '../support/api'
import { findAccessibilityViolations } from '../support/checks/accessibility'
import { activity, activityEntry, findAccountId, openLiveCase, postVerb } from '../support/pages/case'
import { approve, decisionCard } from '../support/pages/console'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, ben, supervisor, customer } = people

test('entries show what changed and can be filtered by kind', async ({ open }) => {
  const { order, approvalId } = await placeWaitingOrder(customer)
  await postVerb(supervisor, approvalId, 'assign', { assigneeId: await findAccountId(ana) })
  await postVerb(supervisor, approvalId, 'assign', { assigneeId: await findAccountId(ben) })
  const page = await open(ana)
  await openLiveCase(page, order.orderId)
  await expect(page.getByText(`Waiting for ${ben.name} to decide: `)).toBeVisible()
  const handed = activityEntry(page, `assigned this to ${ben.name}`)
  await expect(handed).toContainText(`Assignee changed from${ana.name}to${ben.name}`)
  await expect(activityEntry(page, `assigned this to ${ana.name}`)).toContainText(
    `Assignee changed fromNobodyto${ana.name}`,
  )
  await expect(handed).toContainText('Person:')
  await expect(activityEntry(page, 'Stock reserved')).toContainText('System:')

  // Ben has claimed it: it is taken over before it is decided.
  await page.keyboard.press('t')
  await expect(activityEntry(page, `took this over from ${ben.name}`)).toBeVisible()
  await expect(decisionCard(page).getByText('You have claimed this')).toBeVisible()
  await approve(page)
  await expect(activityEntry(page, 'Charged $')).toContainText(/Money:.*Taken changed from\$0\.00to\$/)
  await expect(activityEntry(page, 'Delivered').first()).toContainText('Shipment:')
  const kinds = page.getByRole('group', { name: 'Show of what happened' })
  const all = await activity(page).getByRole('listitem').count()
  await kinds.getByRole('button', { name: /^Money/ }).click()
  await expect(activityEntry(page, 'Stock reserved')).toBeHidden()
  await expect(activityEntry(page, 'Charged $')).toBeVisible()
  await kinds.getByRole('button', { name: /^Money/ }).click()
  await expect(activity(page).getByRole('listitem')).toHaveCount(all)
})

test('the raw view equals the response of the API, opens by its URL and can be copied', async ({ open }) => {
  const approvalId = await startApproval(supervisor)
  const page = await open(ana, { permissions: ['clipboard-read', 'clipboard-write'] })
  await page.goto(`/cases/${approvalId}?raw=1`)
  const raw = page.getByRole('region', { name: 'Raw view of this case' })
  // The page reads the case again once its event stream is connected; only the time of reading differs.
  const parse = (text: string | null) => ({ ...JSON.parse(text ?? ''), asOf: undefined })
  const shown = parse(await raw.textContent())
  expect(shown).toMatchObject({ ...(await readCase(ana, approvalId)), asOf: undefined })
  await page.getByRole('button', { name: 'Copy the raw view' }).click()
  expect(parse(await page.evaluate(() => navigator.clipboard.readText()))).toEqual(shown)
  await page.keyboard.press('y')
  await expect(page.getByText('Link copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    new RegExp(`/cases/${approvalId}$`),
  )
  expect(await findAccessibilityViolations(page)).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`reason, filter and cancelling in ${colorScheme} have no accessibility finding`, async ({ open }) => {
    const { order, approvalId } = await placeWaitingOrder(customer)
    for (const text of ['one', 'two']) await postVerb(ana, approvalId, 'comment', { text })
    const page = await open(supervisor, { colorScheme, reducedMotion: 'reduce' })
    await openLiveCase(page, order.orderId)
    await page.getByText('Cancel order…').click()
    await page.getByRole('button', { name: /^System/ }).click()
    await page.keyboard.press('r')
    await expect(decisionCard(page).getByRole('textbox')).toBeFocused()
    expect(await findAccessibilityViolations(page)).toEqual([])
  })
