/** Words that name a country or a time zone in requests. */
const COUNTRIES = ['DE', 'Germany', 'GB', 'IE', 'JP', 'US', 'Brazil']
const TIME_ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu']
const LISTED = 100

/**
 * Values that exist in the demo, by the format that the OpenAPI document gives them.
 * @param {import('../local/demo/demo-file.mjs').DemoInfo} demo
 */
export const readFacts = async ({ url, accounts, skus }) => {
  const lead = accounts.find(({ role }) => role === 'supervisor')
  const read = async (/** @type {string} */ path) => {
    const headers = { authorization: `Bearer ${lead?.apiToken}` }
    const response = await fetch(new URL(path, url), { headers })
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return /** @type {{ items: any[] }} */ (await response.json()).items
  }
  const [orders = [], approvals = []] = await Promise.all(
    ['order', 'approval'].map((kind) => read(`/api/v1/cases?kind=${kind}&limit=${LISTED}`)),
  )
  const people = await read('/api/v1/people')
  const orderIds = orders.map(({ caseId }) => caseId)
  const formats = {
    'case-id': [...orderIds, ...approvals.map(({ caseId }) => caseId)],
    'order-id': orderIds,
    sku: Object.values(skus),
    'group-id': [...new Set(accounts.flatMap(({ groups }) => groups))],
    'colleague-id': people.map(({ id }) => id),
    country: COUNTRIES,
    'time-zone': TIME_ZONES,
  }
  return { formats }
}
