import type { ApprovalData } from '../../temporal/contract/cases/case'
import { call, decide, expectBody, readCase } from '../support/api'
import { interceptRequests } from '../support/interception'
import { caseRow } from '../support/pages/console'
import {
  openList,
  rowCheckbox,
  selectedRows,
  selectionBar,
  startApprovals,
  WIDE,
} from '../support/pages/inbox'
import { people } from '../support/stack'
import { expect, test } from '../support/test'
import { uniqueWord } from '../support/unique-word'

const { ana, ben } = people

test.describe('bulk actions', () => {
  test('show excluded cases before, and cases that others decided afterwards', async ({ open, watch }) => {
    watch.expectComplaint(/status of 409/)
    const tag = uniqueWord('inbox')
    const [one, two] = await startApprovals([`one ${tag}`, `two ${tag}`])
    await startApprovals([`three ${tag}`], { group: 'finance' })
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}&sort=title`, 3)
    await page.getByRole('checkbox', { name: 'Select all on this page' }).click()
    await selectionBar(page).getByRole('button', { name: 'Approve' }).click()
    await expect(selectionBar(page)).toContainText('Approve 2 cases, $30.00 in total?')
    await expect(selectionBar(page)).toContainText('1 left out: Only members of Finance may do this')
    expectBody(await decide(ben, two ?? '', { decision: 'rejected', comment: 'Asked twice' }))
    // Changes the version of the case, but not its open interaction.
    expectBody(await call(`/api/v1/cases/${one}/comment`, { as: ben, body: { text: 'Looks fine' } }))
    await selectionBar(page).getByRole('button', { name: 'Approve 2' }).click()
    await expect(selectionBar(page)).toContainText('1 approved, 1 refused')
    await expect(selectionBar(page).getByRole('list', { name: 'Refused' })).toContainText(
      new RegExp(`two ${tag}: ${ben.name} rejected this at`),
    )
    expect((await readCase(ana, one ?? '')).caseDetails.status).toBe('APPROVED')
    await selectionBar(page).getByRole('button', { name: 'Done' }).click()
    await expect(selectionBar(page)).not.toContainText('refused')
  })

  test('do not decide an interaction that opened after the list was read', async ({ open, watch }) => {
    watch.expectComplaint(/status of 409/)
    const tag = uniqueWord('inbox')
    const escalates = { deadlineMs: 10_000, onDeadline: { action: 'escalate', group: 'risk' } }
    const [id = ''] = await startApprovals([`asked ${tag}`], escalates)
    const roundOf = async () => ((await readCase(ana, id)).caseDetails.caseData as ApprovalData).round
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}`, 1)
    await rowCheckbox(page, tag).check({ force: true })
    // The list is not read again.
    await interceptRequests(page, '**/api/v1/cases?*', () => {})
    await selectionBar(page).getByRole('button', { name: 'Approve' }).click()
    await expect(selectionBar(page)).toContainText('Approve 1 case')
    expect(await roundOf()).toBe(1)
    await expect.poll(roundOf, { timeout: 20_000 }).toBe(2)
    await selectionBar(page).getByRole('button', { name: 'Approve 1' }).click()
    await expect(selectionBar(page)).toContainText('0 approved, 1 refused')
    await expect(selectionBar(page).getByRole('list', { name: 'Refused' })).toContainText(
      'no longer the one being asked',
    )
    expect((await readCase(ana, id)).caseDetails.status).toBe('OPEN')
  })

  test('do not overwrite newer state by a late answer', async ({ open }) => {
    const tag = uniqueWord('inbox')
    const [id = ''] = await startApprovals([`late ${tag}`])
    const page = await open(ana, WIDE)
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await interceptRequests(page, '**/claim', async (route) => {
      const response = await route.fetch()
      await held
      await route.fulfill({ response })
    })
    await openList(page, `/inbox?q=${tag}&case=${id}`, 1)
    await rowCheckbox(page, tag).check({ force: true })
    await selectionBar(page).getByRole('button', { name: 'Claim' }).click()
    await expect.poll(async () => (await readCase(ana, id)).caseDetails.status).toBe('CLAIMED')
    expectBody(await call(`/api/v1/cases/${id}/comment`, { as: ben, body: { text: 'After the claim' } }))
    await expect(page.getByText('After the claim')).toBeVisible()
    // Without further reads only the late answer could change the page.
    await interceptRequests(page, `**/api/v1/cases/${id}?*`, () => {})
    release()
    await expect(selectionBar(page)).toContainText('1 claimed')
    await selectionBar(page).getByRole('button', { name: 'Done' }).click()
    await expect(selectionBar(page)).toHaveCount(0)
    await expect(page.getByText('After the claim')).toBeVisible()
  })

  test('reject with one reason for all, by keyboard only', async ({ open }) => {
    const tag = uniqueWord('inbox')
    const ids = await startApprovals(['a', 'b', 'c'].map((n) => `${n} ${tag}`))
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}`, 3)
    await page.keyboard.press('*')
    await page.keyboard.press('a')
    await expect(selectionBar(page)).toContainText('3 selected')
    await page.keyboard.press('r')
    await expect(selectionBar(page).getByRole('textbox')).toBeFocused()
    await page.keyboard.type('The same card three times')
    await page.keyboard.press('Control+Enter')
    await expect(selectionBar(page)).toContainText('3 rejected')
    await expect(selectionBar(page).getByRole('button', { name: 'Done' })).toBeFocused()
    for (const id of ids) {
      const { decision } = (await readCase(ana, id)).caseDetails.caseData as ApprovalData
      expect(decision).toMatchObject({ decision: 'rejected', comment: 'The same card three times' })
    }
  })

  test('claim and release', async ({ open }) => {
    const tag = uniqueWord('inbox')
    await startApprovals(['a', 'b'].map((n) => `${n} ${tag}`))
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${tag}`, 2)
    await page.getByRole('checkbox', { name: 'Select all on this page' }).click()
    await selectionBar(page).getByRole('button', { name: 'Claim' }).click()
    await expect(selectionBar(page)).toContainText('2 claimed')
    await expect(caseRow(page, ana.name)).toHaveCount(2)
    await page.getByRole('checkbox', { name: 'Select all on this page' }).click()
    await selectionBar(page).getByRole('button', { name: 'Release' }).click()
    await expect(selectionBar(page)).toContainText('2 released')
    await expect(caseRow(page, 'Unassigned')).toHaveCount(2)
  })

  test('continue on another page, show their progress and can be stopped', async ({ open }) => {
    const tag = uniqueWord('inbox')
    await startApprovals(['a', 'b', 'c', 'd', 'e', 'f', 'other'].map((n) => `${n} ${tag}`))
    const page = await open(ana, WIDE)
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await interceptRequests(page, '**/decision', async (route) => {
      await held
      await route.continue()
    })
    await openList(page, `/inbox?q=${tag}`, 7)
    await page.getByRole('checkbox', { name: 'Select all on this page' }).click()
    await rowCheckbox(page, `other ${tag}`).uncheck({ force: true })
    await expect(selectionBar(page)).toContainText('6 selected')
    await page.keyboard.press('a')
    await selectionBar(page).getByRole('button', { name: 'Approve 6' }).click()
    await expect(selectionBar(page)).toContainText('Approving 6 cases…')
    await expect(selectionBar(page).getByRole('button', { name: 'Stop' })).toBeFocused()
    await rowCheckbox(page, `other ${tag}`).check({ force: true })
    await expect(selectionBar(page).getByRole('progressbar')).toBeVisible()
    await expect(selectionBar(page)).toContainText('0 of 6')
    await expect(caseRow(page, 'Approved')).toHaveCount(0)
    await page.getByRole('link', { name: 'Orders' }).click()
    await expect(page).toHaveURL(/\/orders/)
    await expect(selectionBar(page)).toContainText('0 of 6')
    await page.goBack()
    await selectionBar(page).getByRole('button', { name: 'Stop' }).click()
    await expect(selectionBar(page)).toContainText('Stopping')
    release()
    await expect(selectionBar(page)).toContainText('4 approved, 2 not sent')
    await expect(selectionBar(page)).toContainText('3 selected')
    await expect(selectedRows(page)).toContainText([`other ${tag}`])
  })
})
