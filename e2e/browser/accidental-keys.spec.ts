import { call, expectBody, readCase, startApproval } from '../support/api'
import { mapLimited } from '../support/map-limited'
import { caseTitle } from '../support/pages/case'
import { decisionCard, waitUntilLive } from '../support/pages/console'
import { openList, WIDE } from '../support/pages/inbox'
import { pressKeys } from '../support/pages/keyboard-focus'
import { people } from '../support/stack'
import { expect, test } from '../support/test'
import { uniqueWord } from '../support/unique-word'

const { ana, supervisor } = people

test.describe('keys pressed by accident', () => {
  test('typing without a focused field decides nothing, also while the page hydrates', async ({ open }) => {
    const approvalId = await startApproval(supervisor)
    const page = await open(ana, WIDE)
    await page.goto(`/cases/${approvalId}`, { waitUntil: 'commit' })
    await expect(decisionCard(page)).toBeVisible()
    // Starts before the page is hydrated and continues afterwards.
    // Without delays: on a busy machine the letters would be too far apart to form a word.
    let isLive = false
    const live = waitUntilLive(page).finally(() => {
      isLive = true
    })
    while (!isLive) await page.keyboard.type('thanks ')
    await live
    await page.keyboard.type('thanks, that was what I had in mind')
    await expect(decisionCard(page).getByRole('button', { name: 'Approve' })).toBeEnabled()
    const { caseDetails } = await readCase(ana, approvalId)
    expect(caseDetails).toMatchObject({ status: 'OPEN', version: 1 })
  })

  test('a held key and a double press decide once', async ({ open }) => {
    const sent: string[] = []
    const approvalId = await startApproval(supervisor)
    const page = await open(ana, WIDE)
    page.on('request', (request) => request.url().endsWith('/decision') && sent.push(request.url()))
    await page.goto(`/cases/${approvalId}`)
    await waitUntilLive(page)
    // Playwright sends the second and third as repeats of a held key.
    for (let n = 0; n < 3; n += 1) await page.keyboard.down('a')
    await page.keyboard.up('a')
    await page.keyboard.press('a')
    await expect(decisionCard(page)).toContainText(`Approved by ${ana.name}`)
    expect(sent).toHaveLength(1)
  })

  test('a key for a button out of view scrolls it into view and does not decide', async ({ open }) => {
    const approvalId = await startApproval(supervisor)
    for (let n = 0; n < 12; n += 1)
      expectBody(await call(`/api/v1/cases/${approvalId}/comment`, { as: ana, body: { text: `Word ${n}` } }))
    const page = await open(ana, { viewport: { width: 1440, height: 500 } })
    await page.goto(`/cases/${approvalId}`)
    await waitUntilLive(page)
    await pressKeys(page, 'm')
    await expect(page.getByRole('textbox', { name: 'Comment' })).toBeFocused()
    await pressKeys(page, 'Escape')
    const button = decisionCard(page).getByRole('button', { name: 'Approve' })
    await expect(button).not.toBeInViewport()
    await page.keyboard.press('a')
    await expect(button).toBeInViewport()
    expect((await readCase(ana, approvalId)).caseDetails.status).toBe('OPEN')
    await expect(async () => {
      await page.keyboard.press('a')
      await expect(decisionCard(page)).toContainText(`Approved by ${ana.name}`, { timeout: 1_000 })
    }).toPass()
  })

  test('a key pressed right after another case is opened does not decide the previous case', async ({
    open,
  }) => {
    const word = uniqueWord('race')
    const ids = await mapLimited(['a', 'b'], 1, (name) =>
      startApproval(supervisor, { title: `${name} ${word}` }),
    )
    const page = await open(ana, WIDE)
    await openList(page, `/inbox?q=${word}&sort=title&case=${ids[0]}`, 2)
    await expect(caseTitle(page)).toHaveText(`a ${word}`)
    // Both keys in one task of the browser: nothing is rendered in between.
    await page.evaluate(() => {
      for (const key of ['j', 'a'])
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    })
    await expect(caseTitle(page)).toHaveText(`b ${word}`)
    expect((await readCase(ana, ids[0] ?? '')).caseDetails.status).toBe('OPEN')
  })
})

test.describe('keys of other keyboards and of input methods', () => {
  test('no key acts inside a composition', async ({ open }) => {
    const approvalId = await startApproval(supervisor)
    const page = await open(ana, WIDE)
    await page.goto(`/cases/${approvalId}`)
    await waitUntilLive(page)
    const comment = page.getByRole('textbox', { name: 'Comment' })
    const devtools = await page.context().newCDPSession(page)
    const compose = (text: string) =>
      devtools.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })

    await comment.focus()
    await compose('にほん')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Escape')
    await expect(comment).toBeFocused()

    await decisionCard(page).getByRole('button', { name: 'Reject' }).click()
    const reason = decisionCard(page).getByRole('textbox')
    await expect(reason).toBeFocused()
    await compose('にほん')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Escape')
    await expect(reason).toBeFocused()
    expect((await readCase(ana, approvalId)).caseDetails).toMatchObject({ status: 'OPEN', version: 1 })

    await devtools.send('Input.insertText', { text: '日本' })
    await page.keyboard.press('Control+Enter')
    await expect(decisionCard(page)).toContainText('日本')
  })

  test('a Russian layout goes by position, once, and the help says so', async ({ open }) => {
    const approvalId = await startApproval(supervisor)
    const page = await open(ana, WIDE)
    await page.goto(`/cases/${approvalId}`)
    await waitUntilLive(page)
    const press = (key: string, code: string) =>
      page.evaluate(
        (init) =>
          document.body.dispatchEvent(
            new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }),
          ),
        { key, code },
      )
    await press('к', 'KeyR')
    await expect(decisionCard(page).getByRole('textbox')).toBeFocused()
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toContainText('К for R')
  })
})
