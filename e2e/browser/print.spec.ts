import type { Page } from '@playwright/test'
import type { CaseList } from '../../temporal/contract/cases/case-filter'
import { call, expectBody, placeWaitingOrder, startApproval } from '../support/api'
import { waitUntilLive } from '../support/pages/console'
import { toStatusPath } from '../support/pages/shop'
import { people } from '../support/stack'
import { expect, test } from '../support/test'
import { uniqueWord } from '../support/unique-word'

const { admin, ana, customer, supervisor } = people

/** What a sheet must not have; each as text that names the offender. */
const findFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isVisible = (element: Element) => element.checkVisibility({ visibilityProperty: true })
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()} “${element.textContent?.trim().slice(0, 40)}”`
    const faults: string[] = []
    const width = document.documentElement.clientWidth
    for (const element of document.body.querySelectorAll('*')) {
      if (!isVisible(element)) continue
      const style = getComputedStyle(element)
      if (element.matches('button, input:not([type=hidden]), select, textarea'))
        faults.push(`control ${name(element)}`)
      const isHidden = style.position === 'absolute' && element.clientWidth <= 1
      const isCut = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
      const isCutBelow = style.overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1
      if (!isHidden && (isCut || isCutBelow)) faults.push(`cut ${name(element)}`)
      if (!isHidden && element.getBoundingClientRect().right > width + 1)
        faults.push(`off the sheet ${name(element)}`)
      if (element.matches('time') && !/\b20\d\d\b/.test(getComputedStyle(element, '::after').content))
        faults.push(`time without a year ${name(element)}`)
    }
    const luminance = getComputedStyle(document.body).color.match(/\d+/g)?.slice(0, 3).map(Number) ?? []
    if (luminance.some((part) => part > 128)) faults.push('light text')
    return faults
  })

/** A4 and Letter without margins of 16 mm, in CSS pixels. */
const SHEETS = { A4: { width: 673, height: 1_002 }, Letter: { width: 695, height: 935 } } as const

const countSheets = async (page: Page, format: keyof typeof SHEETS): Promise<number> =>
  (await page.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

/** Checks a page on both papers; `sheets` is how many it takes at most. */
const expectPrintable = async (page: Page, sheets: number): Promise<void> => {
  for (const format of Object.keys(SHEETS) as (keyof typeof SHEETS)[]) {
    await page.setViewportSize(SHEETS[format])
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await findFaults(page), `${page.url()} on ${format}`).toEqual([])
    expect(await countSheets(page, format), `${page.url()} on ${format}`).toBeLessThanOrEqual(sheets)
  }
}

test('a case prints on one sheet: white, whole, without controls, with exact times', async ({ open }) => {
  const title = `Pay the invoice of ${'a supplier with a very long name '.repeat(5)}`.slice(0, 200)
  const approvalId = await startApproval(supervisor, {
    title,
    payload: { invoice: 'R-1', lines: [{ sku: 'MUG' }] },
  })
  const page = await open(ana, { colorScheme: 'dark' })
  await page.goto(`/cases/${approvalId}`)
  await waitUntilLive(page)
  await expectPrintable(page, 1)
  await expect(page.getByText('R-1')).toBeVisible()
})

test('a list prints all of its rows', async ({ open }) => {
  const tag = uniqueWord('printed')
  await Promise.all(Array.from({ length: 30 }, () => startApproval(supervisor, { title: `Case ${tag}` })))
  await expect
    .poll(async () => expectBody(await call<CaseList>(`/api/v1/cases?q=${tag}`, { as: ana })).total.value)
    .toBe(30)
  const page = await open(ana, { colorScheme: 'dark' })
  await page.goto(`/inbox?q=${tag}`)
  await waitUntilLive(page)
  await expect(page.locator('tr[data-row]')).toHaveCount(30)
  await expectPrintable(page, 3)
})

for (const path of ['/people', '/team', '/reports', '/account', '/orders'])
  test(`${path} prints without controls and cuts`, async ({ open }) => {
    const page = await open(admin, { colorScheme: 'dark' })
    await page.goto(path)
    await waitUntilLive(page)
    await expectPrintable(page, 8)
  })

test('pages of customers print without controls and cuts', async ({ open }) => {
  const { order } = await placeWaitingOrder(customer)
  const page = await open(customer, { colorScheme: 'dark' })
  for (const path of [toStatusPath(order), '/my-orders', '/']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectPrintable(page, 8)
  }
})
