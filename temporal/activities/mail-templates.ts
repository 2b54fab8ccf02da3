/** The texts of all mail to customers, groups and mentioned staff. */

import type { NotificationName, NotifyInput } from '../contract/activities'
import { isolateText } from '../contract/text/isolate-text'

type TemplateParams = NotifyInput['params']
interface MailText {
  subject: string
  body: string
}

const GREETING = 'Hello,'
const FIND_CASE = 'You find the case in your inbox by its number.'
const CLOSING = 'You do not need to answer this message.'

const toMailText = (subject: string, ...paragraphs: string[]): MailText => ({
  subject,
  body: [GREETING, ...paragraphs.filter(Boolean), CLOSING].join('\n\n'),
})

/** False for a zero amount in any currency, such as `$0.00`. */
const isAmount = (text: TemplateParams[string] | undefined): boolean => /[1-9]/.test(String(text ?? ''))

const refundSentence = ({ refunded }: TemplateParams): string =>
  isAmount(refunded)
    ? `We have given back ${refunded}. It can take some days until your bank shows it.`
    : 'You have not been charged.'

const reasonSentence = ({ reason }: TemplateParams): string =>
  reason ? `The reason we were given: ${reason}` : ''

const MAIL_TEMPLATES: Record<NotificationName, (params: TemplateParams) => MailText> = {
  orderConfirmed: ({ number, total }) =>
    toMailText(
      `Order ${number} is confirmed`,
      isAmount(total)
        ? `Thank you. We have received ${total} for your order ${number} and are preparing it now.`
        : `Thank you. There is nothing to pay for your order ${number}; we are preparing it now.`,
      'We will write again when it is on its way.',
    ),
  orderShipped: ({ number }) =>
    toMailText(`Order ${number} is on its way`, `The carrier has picked up your order ${number}.`),
  orderCancelled: (params) =>
    toMailText(
      `Order ${params.number} is cancelled`,
      `Your order ${params.number} has been cancelled. ${refundSentence(params)}`,
      reasonSentence(params),
    ),
  orderFailed: (params) =>
    toMailText(
      `Order ${params.number} could not be completed`,
      `We are sorry: your order ${params.number} could not be completed. ${refundSentence(params)}`,
      reasonSentence(params),
    ),
  approvalReminder: ({ number, title, group }) =>
    toMailText(
      `Still waiting for a decision: ${title}`,
      `The approval ${number}, “${title}”, has been asked of the group ${group} and still waits for a decision.`,
    ),
  mentioned: ({ number, title, by, text }) =>
    toMailText(
      `${by} mentioned you: ${title}`,
      `${by} wrote to you on ${number}, “${title}”:`,
      String(text),
      FIND_CASE,
    ),
  claimsReleased: ({ group, holder, number, title }) =>
    toMailText(
      `What ${holder} had claimed is free again`,
      `${holder} may no longer work on what is asked of the group ${group}. What they had claimed there waits for somebody else now, such as ${number}, “${title}”.`,
      FIND_CASE,
    ),
  groupCannotDecide: ({ from, to, number, title }) =>
    toMailText(
      `Nobody in the group ${from} may decide: ${title}`,
      `The approval ${number}, “${title}”, was asked of the group ${from}, where nobody may decide it: the group was deleted, has no members who may decide, or its only member asked for this.`,
      to
        ? `The group ${to} is asked instead, and so it is for what comes after it.`
        : 'Supervisors and administrators may decide it, and what comes after it.',
      'The page of the team shows its groups and their members.',
    ),
  claimEnded: ({ number, title, by, happened }) =>
    toMailText(`${by} ${happened}: ${title}`, `${by} ${happened}: ${number}, “${title}”.`, FIND_CASE),
}

/** What people wrote must not turn our words around; `text` is a paragraph of its own. */
const isolateParams = (params: TemplateParams): TemplateParams =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && name !== 'text' ? isolateText(value) : value,
    ]),
  )

/** Subject and body of a message. */
export const renderMail = ({ message, params }: Pick<NotifyInput, 'message' | 'params'>): MailText => {
  const { subject, body } = MAIL_TEMPLATES[message](isolateParams(params))
  // A line break in a subject would start another mail header.
  return { subject: subject.replace(/\s+/g, ' '), body }
}
