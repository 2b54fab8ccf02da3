import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createFakeStorage } from '@/components/ui/testing/fake-storage'
import { addSentOrder, isRefused, readSentOrders, settleSentOrder } from './sent-orders'

const OWNER = 'guest'
const TEA = { email: 'ada@example.com', 'quantity.TEA': '2' }
const ids = () => readSentOrders(OWNER).map(({ formId, isAnswered }) => `${formId} ${isAnswered}`)

beforeEach(() => vi.stubGlobal('localStorage', createFakeStorage()))
afterEach(() => vi.unstubAllGlobals())

it('sends the same content of another form under the id of the unanswered one', () => {
  expect(addSentOrder(OWNER, 'first', { formId: 'first', ...TEA })).toMatchObject({ wasUnanswered: false })
  // The second tab has one more product on offer, and its fields in another order.
  const second = { formId: 'second', 'quantity.NEW': '0', 'quantity.TEA': '2', email: 'ada@example.com' }
  expect(addSentOrder(OWNER, 'second', second)).toMatchObject({ formId: 'first', wasUnanswered: true })
  expect(ids()).toEqual(['first false'])
})

it.each([
  ['another content', OWNER, { ...TEA, 'quantity.TEA': '3' }],
  ['another owner', 'somebody', TEA],
])('sends %s under an id of its own', (_what, owner, values) => {
  addSentOrder(OWNER, 'first', TEA)
  expect(addSentOrder(owner, 'second', values).formId).toBe('second')
})

it('sends the same content under a new id once the first order was answered', () => {
  const first = addSentOrder(OWNER, 'first', TEA)
  settleSentOrder(OWNER, first, true)
  expect(addSentOrder(OWNER, 'second', TEA).formId).toBe('second')
  expect(ids()).toEqual(['first true', 'second false'])
})

it('forgets a form that was refused, and keeps an earlier content of it that has no answer', () => {
  addSentOrder(OWNER, 'first', TEA)
  const changed = addSentOrder(OWNER, 'first', { ...TEA, email: 'other@example.com' })
  settleSentOrder(OWNER, changed, false)
  expect(readSentOrders(OWNER)).toMatchObject([{ formId: 'first', values: TEA, isAnswered: false }])
})

const ANSWER = { isUnanswered: false, question: null, errors: {} }
const QUESTION = { title: '', detail: '', link: { href: '', label: '' }, confirm: { value: '', label: '' } }
it.each([
  ['a problem', ANSWER, { first: true, again: false }],
  [
    'an error of a field',
    { ...ANSWER, errors: { 'quantity.TEA': 'Sold out' } },
    { first: true, again: true },
  ],
  ['a question', { ...ANSWER, question: QUESTION }, { first: true, again: true }],
  ['a failure', { ...ANSWER, isUnanswered: true }, { first: false, again: false }],
])(
  'takes %s for a refusal of the first try, and of one again after a lost answer',
  (_what, answer, refused) => {
    expect(isRefused({ wasUnanswered: false }, answer)).toBe(refused.first)
    expect(isRefused({ wasUnanswered: true }, answer)).toBe(refused.again)
  },
)

it.each(['{', '{"at":99999999999999,"value":[{"formId":7}]}', '{"at":99999999999999,"value":{}}'])(
  'starts anew where %s is stored',
  (stored) => {
    localStorage.setItem('own:guest:sent-orders', stored)
    expect(readSentOrders(OWNER)).toEqual([])
  },
)

it('works without storage', () => {
  vi.stubGlobal('localStorage', undefined)
  expect(addSentOrder(OWNER, 'first', TEA)).toMatchObject({ formId: 'first', wasUnanswered: false })
})
