/** Sends mail over SMTP. */

import { createTransport } from 'nodemailer'

export interface MailMessage {
  to: readonly string[]
  subject: string
  text: string
  /** The same for each attempt, so that mail readers show a message that was sent twice once. */
  messageId: string
}

export interface Mailer {
  /** @throws Error when the mail server cannot be reached or refuses the message */
  send(message: MailMessage): Promise<void>
}

/** Separates the addresses of one message in `mail_outbox.recipient`. */
export const RECIPIENT_SEPARATOR = ', '

/** Time-out of each step of an SMTP session. */
const TIMEOUT_MS = 8_000

const getDomain = (from: string): string => /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'

/** A mailer for `smtpUrl`, or null where none is configured. It connects on the first message. */
export const createMailer = ({ smtpUrl, from }: { smtpUrl?: string; from: string }): Mailer | null => {
  if (!smtpUrl) return null
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // A message is text; nodemailer must not read files or URLs that it names.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ to, subject, text, messageId }) => {
      await transport.sendMail({
        from,
        to: [...to],
        subject,
        text,
        messageId: `<${messageId}@${getDomain(from)}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
  }
}
