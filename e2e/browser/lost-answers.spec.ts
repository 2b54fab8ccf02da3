import { startApproval } from '../support/api'
import { answerLikeProxy, postLikeOlderBuild } from '../support/lost-answers'
import { people } from '../support/stack'
import { expect, test } from '../support/test'
import { uniqueWord } from '../support/unique-word'

const { ana, supervisor } = people
const FAILED_REQUEST = /Failed to load resource/

test('sign-in keeps what was typed, and the focus, when its answer is lost, and on a page of an older build', async ({
  open,
  watch,
}) => {
  watch.expectComplaint(FAILED_REQUEST)
  const page = await open(null)
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(ana.email)
  await page.getByLabel('Password').fill('typed by hand')
  for (const [fail, words] of [
    [answerLikeProxy, 'The server did not answer'],
    [postLikeOlderBuild, 'This page is from an older version, and nothing was done'],
  ] as const) {
    await fail(page, '**/sign-in')
    await page.getByLabel('E-mail').press('Enter')
    await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible()
    await expect(page.getByLabel('E-mail')).toBeFocused()
    await expect(page.getByLabel('E-mail')).toHaveValue(ana.email)
    await expect(page.getByLabel('Password')).toHaveValue('typed by hand')
    await page.unroute('**/sign-in')
  }
})

test('a console form of an older build without JavaScript is answered with everything that was typed', async ({
  open,
  watch,
}) => {
  watch.expectComplaint(FAILED_REQUEST)
  const title = uniqueWord('older')
  const approvalId = await startApproval(supervisor, { title })
  const page = await open(ana, { javaScriptEnabled: false })
  await postLikeOlderBuild(page, '**/cases/*')
  await page.goto(`/cases/${approvalId}`)
  await page.getByRole('textbox', { name: 'Comment' }).fill(`first line of ${title}\nand <b>another</b>`)
  await page.getByRole('button', { name: 'Comment' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/older version: nothing was done/)
  await expect(page.getByText(`first line of ${title}`)).toContainText('and <b>another</b>')
  await expect(page.getByRole('link', { name: 'Load the page again' })).toHaveAttribute(
    'href',
    `/cases/${approvalId}`,
  )
})
