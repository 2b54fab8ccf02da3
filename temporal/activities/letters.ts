/** What customers and groups are told, in plain words. */

import type { MessageName, NotifyInput } from '../contract/activities'

type Params = NotifyInput['params']
interface Words {
  subject: string
  body: string
}

const GREETING = 'Hello,'
const CLOSING = 'You do not need to answer this message.'

const letter = (subject: string, ...paragraphs: string[]): Words => ({
  subject,
  body: [GREETING, ...paragraphs.filter(Boolean), CLOSING].join('\n\n'),
})

/** Zero in any currency, such as `$0.00`, means that nothing had been taken. */
const moneyBack = ({ refunded }: Params): string =>
  refunded && /[1-9]/.test(String(refunded))
    ? `We have given back ${refunded}. It can take some days until your bank shows it.`
    : 'You have not been charged.'

const reasonGiven = ({ reason }: Params): string => (reason ? `The reason we were given: ${reason}` : '')

const LETTERS: Record<MessageName, (params: Params) => Words> = {
  orderConfirmed: ({ number, total }) =>
    letter(
      `Order ${number} is confirmed`,
      `Thank you. We have received ${total} for your order ${number} and are preparing it now.`,
      'We will write again when it is on its way.',
    ),
  orderShipped: ({ number }) =>
    letter(`Order ${number} is on its way`, `The carrier has picked up your order ${number}.`),
  orderCancelled: (params) =>
    letter(
      `Order ${params.number} is cancelled`,
      `Your order ${params.number} has been cancelled. ${moneyBack(params)}`,
      reasonGiven(params),
    ),
  orderFailed: (params) =>
    letter(
      `Order ${params.number} could not be completed`,
      `We are sorry: your order ${params.number} could not be completed. ${moneyBack(params)}`,
      reasonGiven(params),
    ),
  approvalReminder: ({ number, title, group }) =>
    letter(
      `Still waiting for a decision: ${title}`,
      `The approval ${number}, “${title}”, has been asked of the group ${group} and still waits for a decision.`,
    ),
  mentioned: ({ number, title, by, text }) =>
    letter(
      `${by} mentioned you: ${title}`,
      `${by} wrote to you on ${number}, “${title}”:`,
      String(text),
      'You find the case in your inbox by its number.',
    ),
}

/** Subject and body of a message. */
export const wordsOf = ({ message, params }: Pick<NotifyInput, 'message' | 'params'>): Words => {
  const { subject, body } = LETTERS[message](params)
  // A line break in a subject would be a header of its own.
  return { subject: subject.replace(/\s+/g, ' '), body }
}
