import { formatMoney } from '../../temporal/contract/money'
import { startApproval } from '../support/api'
import { caseRow } from '../support/pages/console'
import { openList, WIDE } from '../support/pages/inbox'
import { people } from '../support/stack'
import { expect, test } from '../support/test'
import { uniqueWord } from '../support/unique-word'

/** Currencies whose digits or sign differ from ISO 4217 in `Intl`, or between Node.js and Chromium. */
const CURRENCIES = ['CLF', 'HUF', 'IQD', 'JPY', 'KWD', 'RSD', 'XCG', 'XOF']

test('amounts have the digits of ISO 4217, the same from the server and in the browser', async ({ open }) => {
  const tag = uniqueWord('money')
  for (const currency of CURRENCIES)
    await startApproval(people.supervisor, {
      title: `Refund ${currency} ${tag}`,
      amountCents: 5800,
      currency,
    })
  const page = await open(people.ana, WIDE)
  await openList(page, `/inbox?q=${tag}`, CURRENCIES.length)
  const fromServer = await (await page.request.get(`/inbox?q=${tag}`)).text()
  for (const currency of CURRENCIES) {
    const amount = formatMoney(5800, currency)
    expect(fromServer).toContain(amount)
    await expect(caseRow(page, `${currency} ${tag}`)).toContainText(amount)
  }
})
