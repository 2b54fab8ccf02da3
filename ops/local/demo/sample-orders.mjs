/**
 * The sample orders of the demo, which together reach every outcome. They are placed through the public API.
 *
 * @typedef {object} SampleOrder
 * @property {string} by e-mail of the customer who places it
 * @property {Record<string, number>} items quantity of each product
 * @property {string} [paymentToken]
 * @property {'gift'} [to] ships to another address than the customer's own
 * @property {Outcome} [outcome] what a person does with it afterwards
 * @property {{ text: string, mentions: string }} [comment] comment of the agent, and whom it mentions
 *
 * @typedef {'approve' | 'claim' | 'cancel' | 'cancel while paying' | { reject: string }} Outcome
 */

const [CARLA, DIEGO, EMI] = ['carla@demo.example', 'diego@demo.example', 'emi@demo.example']

/** Placed first, because a large first order needs an approval. @type {readonly SampleOrder[]} */
export const FIRST_ORDERS = [
  { by: CARLA, items: { 'MUG-BLUE': 2, 'TEA-ASSAM': 1 } },
  { by: DIEGO, items: { 'NOTEBOOK-A5': 2, 'PEN-BRASS': 1 } },
  { by: EMI, items: { 'COFFEE-1KG': 1 } },
]

/** @type {readonly SampleOrder[]} */
export const LATER_ORDERS = [
  { by: EMI, items: { 'LAPTOP-14': 1, 'BAG-CANVAS': 1 } },
  { by: CARLA, items: { 'LAPTOP-14': 1 } },
  { by: DIEGO, items: { 'KNIFE-CHEF': 1 } },
  { by: CARLA, items: { HEADPHONES: 1 } },
  { by: EMI, items: { 'MUG-BLUE': 2 }, to: 'gift' },
  {
    by: DIEGO,
    items: { 'LAPTOP-14': 4 },
    outcome: 'claim',
    comment: {
      text: '@Ben Okafor, you knew this buyer in spring: is four at once usual?',
      mentions: 'Ben Okafor',
    },
  },
  { by: EMI, items: { 'THROW-WOOL': 2 }, outcome: 'claim' },
  { by: CARLA, items: { 'LAPTOP-14': 1, HEADPHONES: 1 }, outcome: 'approve' },
  { by: DIEGO, items: { 'LAMP-DESK': 2 }, outcome: 'approve' },
  {
    by: EMI,
    items: { 'LAPTOP-14': 9 },
    outcome: { reject: 'Nine laptops in one order: please call us first.' },
  },
  {
    by: CARLA,
    items: { 'KNIFE-CHEF': 3 },
    outcome: { reject: 'We could not confirm that the buyer is an adult.' },
  },
  { by: DIEGO, items: { HEADPHONES: 2 }, outcome: 'cancel' },
  { by: EMI, items: { 'TEA-ASSAM': 2 }, paymentToken: 'tok_declined' },
  { by: CARLA, items: { 'PEN-BRASS': 2 }, paymentToken: 'tok_insufficient_funds' },
  { by: DIEGO, items: { 'VINYL-RARE': 1 } },
  { by: EMI, items: { 'PRINT-LTD': 9 } },
  { by: CARLA, items: { 'NOTEBOOK-A5': 1 }, paymentToken: 'tok_timeout' },
  { by: DIEGO, items: { 'COFFEE-1KG': 2 }, paymentToken: 'tok_slow' },
  { by: EMI, items: { 'LAMP-DESK': 2 }, paymentToken: 'tok_slow', outcome: 'cancel while paying' },
  { by: EMI, items: { 'PEN-BRASS': 1 }, paymentToken: 'tok_flaky' },
  { by: CARLA, items: { 'LAMP-DESK': 1 } },
  { by: DIEGO, items: { 'TEA-ASSAM': 3, 'MUG-BLUE': 1 } },
]

const SECOND_MS = 1_000
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Bodies of `POST /approvals`: approvals that belong to no order. */
export const STAND_ALONE_APPROVALS = [
  {
    title: 'Refund to Halden Books',
    group: 'finance',
    priority: 2,
    amountCents: 840_00,
    currency: 'USD',
    prompt: 'The parcel was lost twice on its way. Refund in full?',
    payload: { customer: 'Halden Books', parcels: 2, carrier: 'Northline' },
    deadlineMs: 45 * MINUTE_MS,
    onDeadline: { action: 'escalate', group: 'risk' },
  },
  {
    title: 'Credit limit for Norrvik Interiors',
    group: 'risk',
    priority: 1,
    amountCents: 25_000_00,
    currency: 'USD',
    prompt: 'Raise the limit from $10,000 to $25,000?',
    payload: { customer: 'Norrvik Interiors', since: '2019', latePayments: 0 },
    deadlineMs: 26 * HOUR_MS,
  },
  {
    title: 'Customs papers for Halden Books',
    group: 'risk',
    priority: 2,
    amountCents: 1_310_00,
    currency: 'USD',
    prompt: 'The carrier leaves soon. Send with the papers as they are?',
    payload: { customer: 'Halden Books', carrier: 'Northline', missing: 'signature on page 2' },
    deadlineMs: 9 * MINUTE_MS,
  },
  // Its deadline passes: it escalates to the other group and expires there.
  {
    title: 'Price for one hour: Harbour print',
    group: 'finance',
    amountCents: 70_00,
    currency: 'USD',
    prompt: 'Sell the print at $70 during the fair?',
    payload: { product: 'Harbour, signed print', usually: '$85.00' },
    deadlineMs: 2 * SECOND_MS,
    onDeadline: { action: 'escalate', group: 'risk' },
  },
  {
    title: 'New supplier: Aldo Ceramics',
    group: 'finance',
    prompt: 'The papers are complete. Add them as a supplier?',
    payload: { country: 'PT', products: 'Stoneware', sample: 'approved by the buyer' },
    deadlineMs: null,
  },
]

/** @type {Record<string, object>} */
const HOMES = {
  [CARLA]: {
    name: 'Carla Reyes',
    line1: '48 Harbour Lane',
    city: 'Bristol',
    postalCode: 'BS1 5TY',
    country: 'GB',
  },
  [DIEGO]: {
    name: 'Diego Santos',
    line1: 'Rua das Flores 112',
    city: 'Porto',
    postalCode: '4050-262',
    country: 'PT',
  },
  [EMI]: {
    name: 'Emi Tanaka',
    line1: '310 Alder Street',
    line2: 'Apartment 5',
    city: 'Portland',
    region: 'OR',
    postalCode: '97205',
    country: 'US',
  },
}
const GIFT = {
  name: 'Noor Haddad',
  line1: 'Keizersgracht 201',
  city: 'Amsterdam',
  postalCode: '1016 DT',
  country: 'NL',
}

/** Builds the body of `POST /orders`. @param {SampleOrder} order */
export const toOrderBody = ({ by, items, paymentToken = 'tok_approved', to }) => ({
  email: by,
  items: Object.entries(items).map(([sku, quantity]) => ({ sku, quantity })),
  shippingAddress: to === 'gift' ? GIFT : HOMES[by],
  paymentToken,
})
