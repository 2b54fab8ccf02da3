import type { Page } from '@playwright/test'
import {
  call,
  decide,
  expectBody,
  orderBody,
  postOrder,
  startApproval,
  waitForOrderState,
} from '../support/api'
import { findUnisolatedText } from '../support/checks/text-isolation'
import { createAgents } from '../support/create-agents'
import { findAccountId, openLiveCase, postVerb } from '../support/pages/case'
import { waitUntilLive } from '../support/pages/console'
import { openList, WIDE } from '../support/pages/inbox'
import { openPalette, palette } from '../support/pages/palette'
import { toStatusPath } from '../support/pages/shop'
import { people, stack } from '../support/stack'
import { expect, test } from '../support/test'
import { uniqueWord } from '../support/unique-word'

const { admin, ana, ben, customer, supervisor } = people

/** Opens a page, waits until it shows the text, and expects every text of people to be isolated. */
const expectIsolated = async (page: Page, path: string, shown: string, word: string) => {
  await page.goto(path)
  await expect(
    page.locator('bdi, [dir=auto]').filter({ hasText: shown, visible: true }).first(),
  ).toBeVisible()
  expect(await findUnisolatedText(page, word), path).toEqual([])
}

test('texts from right to left turn no words around them, on any page of staff', async ({ open }) => {
  test.slow()
  const tag = uniqueWord('dir')
  const [name, title, reason] = [`דנה כהן ${tag}`, `חשבונית ${tag} 12`, `כפול ${tag}`]
  const [dana = ana] = await createAgents(1, 'risk', name)
  const caseId = await startApproval(dana, { title, prompt: `לאשר ${tag}?` })
  const decided = await startApproval(supervisor, { title: `${title} 2` })
  expectBody(await postVerb(dana, decided, 'claim'))
  expectBody(await postVerb(dana, decided, 'comment', { text: `שלום (${tag})` }))
  expectBody(await decide(dana, decided, { decision: 'rejected', comment: reason }))
  const held = await startApproval(supervisor, { title: `${title} 3` })
  expectBody(await postVerb(dana, held, 'claim'))
  const danaId = await findAccountId(dana)

  const page = await open(ana, WIDE)
  const check = (path: string, shown: string, as = page) => expectIsolated(as, path, shown, tag)
  await check(`/inbox?q=${tag}`, name)
  await openList(page, `/inbox?q=${tag}`, 2)
  expect(await findUnisolatedText(page, tag)).toEqual([])
  await check(`/inbox?q=${tag}&tab=closed&case=${decided}`, reason)
  for (const id of [caseId, decided, held]) {
    await openLiveCase(page, id)
    await check(`/cases/${id}`, tag)
  }
  await openPalette(page, tag)
  await expect(
    palette(page)
      .getByRole('option', { name: new RegExp(`חשבונית ${tag}`) })
      .first(),
  ).toBeVisible()
  await expect(
    palette(page)
      .getByRole('option', { name: new RegExp(name) })
      .last(),
  ).toBeVisible()
  expect(await findUnisolatedText(page, tag)).toEqual([])

  const office = await open(admin, WIDE)
  await check(`/people?q=${tag}`, name, office)
  await check(`/people/${danaId}`, name, office)
  await check('/team', name, office)
  await check('/account', name, await open(dana, WIDE))
  const lead = await open(supervisor, WIDE)
  for (const [as, path] of [
    [office, `/people/audit?about=${danaId}`],
    [office, '/people/tokens'],
    [lead, '/reports'],
  ] as const) {
    await as.goto(path)
    await waitUntilLive(as)
    expect(await findUnisolatedText(as, tag), path).toEqual([])
  }
})

test('texts from right to left turn no words around them, on the page of an order', async ({ open }) => {
  const tag = uniqueWord('dir')
  const shippingAddress = {
    ...orderBody().shippingAddress,
    name: `יעל ${tag}`,
    line1: `רחוב 5 ${tag}`,
    city: 'חיפה',
  }
  const body = { ...orderBody({ sku: stack.skus.dear }), shippingAddress }
  const order = expectBody(await postOrder(customer, body), 201)
  await waitForOrderState(customer, order.orderId, 'AWAITING_APPROVAL')
  await expectIsolated(await open(null), toStatusPath(order), shippingAddress.name, tag)
  await expectIsolated(await open(ben, WIDE), `/cases/${order.orderId}`, shippingAddress.line1, tag)
})

test('names are found by every spelling, and stored without hidden characters', async () => {
  const tag = uniqueWord('fold')
  const caseId = await startApproval(supervisor, { title: `Mu\u0308ller\u202E & So\u0308hne\u200B ${tag}` })
  const titles = async (q: string) =>
    expectBody(
      await call<{ items: { caseId: string; caseTitle: string }[] }>(
        `/api/v1/cases?q=${encodeURIComponent(`${q} ${tag}`)}`,
        { as: ana },
      ),
    ).items
  for (const q of ['Müller', 'muller', 'MULLER', 'Mu\u0308ller', 'ＭＵＬＬＥＲ', 'sohne'])
    await expect.poll(() => titles(q), q).toMatchObject([{ caseId, caseTitle: `Müller & Söhne ${tag}` }])
})
