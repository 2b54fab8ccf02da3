import { startApproval } from '../support/api'
import { postVerb } from '../support/pages/case'
import { decisionCard, waitUntilLive } from '../support/pages/console'
import { helpSheet, openInbox, openPalette, paletteInput } from '../support/pages/palette'
import { people } from '../support/stack'
import { expect, test } from '../support/test'

const { ana, ben, supervisor } = people

test('help lists the keys of this page and the rest, and opens from the person’s menu and the palette', async ({
  open,
}) => {
  const page = await open(ana)
  await openInbox(page)
  await page.keyboard.press('?')
  for (const name of ['Inbox', 'Search and commands', 'Approve', 'Claim', 'Next case'])
    await expect(helpSheet(page).getByRole('definition').filter({ hasText: name }).first()).toBeVisible()
  await expect(helpSheet(page)).toContainText('Control K')
  await page.keyboard.press('Escape')
  await expect(helpSheet(page)).toBeHidden()
  await page.getByRole('button', { name: /^Signed in as/ }).press('Enter')
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).press('Enter')
  await expect(helpSheet(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await openPalette(page, 'keyboard')
  await page.keyboard.press('Enter')
  await expect(helpSheet(page)).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(paletteInput(page)).toBeFocused()
  await expect(helpSheet(page)).toBeHidden()
})

test('shortcuts that help lists for lists and cases work there', async ({ open }) => {
  const approvalId = await startApproval(supervisor)
  const heldId = await startApproval(supervisor)
  const page = await open(ana)
  const elsewhere = async () => {
    await waitUntilLive(page)
    await page.keyboard.press('?')
    await expect(helpSheet(page)).toBeVisible()
    const others = helpSheet(page).getByRole('region', { name: 'With a list or a case open' })
    return others.getByRole('definition').allInnerTexts()
  }
  await openInbox(page)
  const notInList = await elsewhere()
  await page.goto(`/inbox?case=${approvalId}`)
  await expect(decisionCard(page)).toBeVisible()
  const notInCase = await elsewhere()
  await postVerb(ben, heldId, 'claim')
  await page.goto(`/inbox?case=${heldId}`)
  await expect(decisionCard(page)).toContainText(`${ben.name} has claimed this`)
  const notInHeldCase = await elsewhere()
  await page.goto('/team')
  const nowhere = await elsewhere()
  expect(nowhere.length).toBeGreaterThan(10)
  expect(
    nowhere.filter((label) =>
      [notInList, notInCase, notInHeldCase].every((labels) => labels.includes(label)),
    ),
  ).toEqual([])
})

test('keys without Ctrl can be turned off and on again; Ctrl+K stays', async ({ open }) => {
  const page = await open(ana)
  await openInbox(page)
  await page.keyboard.press('?')
  const single = helpSheet(page).getByRole('switch')
  await single.press('Space')
  await expect(single).not.toBeChecked()
  await page.keyboard.press('Escape')
  await expect(helpSheet(page)).toBeHidden()
  await page.keyboard.type('?gt')
  await openPalette(page, 'keyboard')
  expect(page.url()).toMatch(/\/inbox$/)
  await page.keyboard.press('Enter')
  await single.press('Space')
  await page.keyboard.press('Escape')
  await expect(helpSheet(page)).toBeHidden()
  await page.keyboard.type('gt')
  await expect(page).toHaveURL(/\/team$/)
})
