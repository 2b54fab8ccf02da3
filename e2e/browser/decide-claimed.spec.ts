import { startApproval } from '../support/api'
import { activityEntry, openLiveCase, postVerb } from '../support/pages/case'
import { approve, approveButton, decisionCard } from '../support/pages/console'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, ben, supervisor } = people

test('a case that a colleague has claimed is taken over before it is decided, and the colleague sees it', async ({
  open,
}) => {
  const caseId = await startApproval(supervisor, { title: 'Claimed by somebody else' })
  const [holder, other] = [await open(ana), await open(ben)]
  await openLiveCase(holder, caseId)
  await decisionCard(holder).getByRole('button', { name: 'Claim' }).press('Enter')
  await expect(decisionCard(holder)).toContainText('You have claimed this')
  await expect(decisionCard(holder).getByRole('button', { name: 'Release' })).toBeFocused()

  await openLiveCase(other, caseId)
  const card = decisionCard(other)
  await expect(card).toContainText(`${ana.name} has claimed this: take it over first.`)
  await expect(approveButton(other)).toBeDisabled()
  await other.keyboard.press('a')
  await expect(approveButton(other)).toBeDisabled()
  await card.getByRole('button', { name: 'Take over' }).click()
  await expect(card).toContainText('You have claimed this')

  await expect(decisionCard(holder)).toContainText(`${ben.name} has claimed this`)
  await expect(approveButton(holder)).toBeDisabled()
  await expect(activityEntry(holder, `took this over from ${ana.name}`)).toBeVisible()
  await approve(other)
  await expect(decisionCard(holder)).toContainText(`Approved by ${ben.name}`)
})

test('a supervisor decides what somebody holds after a second press', async ({ open }) => {
  const caseId = await startApproval(ben, { title: 'Held, and urgent' })
  await postVerb(ana, caseId, 'claim', {})
  const page = await open(supervisor)
  await openLiveCase(page, caseId)
  await page.keyboard.press('a')
  await expect(decisionCard(page).getByText('Press again to decide it all the same')).toBeVisible()
  await approve(page)
  await expect(decisionCard(page)).toContainText(`Approved by ${supervisor.name}`)
})
