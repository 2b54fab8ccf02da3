import { startApproval } from '../support/api'
import { approve, approveButton, decisionCard, openCase } from '../support/pages/console'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, ben, supervisor } = people

test('a case that a colleague has claimed needs a second press to be decided, also by key', async ({
  open,
}) => {
  const caseId = await startApproval(supervisor, { title: 'Claimed by somebody else' })
  const [claimer, other] = [await open(ana), await open(ben)]
  await openCase(claimer, caseId)
  await decisionCard(claimer)
    .getByRole('button', { name: /^Claim/ })
    .click()
  await expect(decisionCard(claimer).getByRole('button', { name: /^Release/ })).toBeVisible()

  await openCase(other, caseId)
  await expect(decisionCard(other).getByText(`${ana.name} has claimed this`)).toBeVisible()
  await approveButton(other).focus()
  await other.keyboard.press('a')
  await expect(decisionCard(other).getByText('Press again to decide it all the same')).toBeVisible()
  await expect(approveButton(other)).toBeEnabled()
  await approve(other)
  await expect(decisionCard(other).getByText(`Approved by ${ben.name}`)).toBeVisible()
})
