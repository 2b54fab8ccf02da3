/** Sends letters over SMTP. */

import { createTransport } from 'nodemailer'

export interface MailMessage {
  to: readonly string[]
  subject: string
  text: string
  /** The same for each try, so that a letter sent twice is shown once. */
  messageId: string
}

export interface Mailer {
  /** @throws Error when the mail server cannot be reached or refuses the letter */
  send(letter: MailMessage): Promise<void>
}

/** How addresses stand in one text. */
export const RECIPIENT_SEPARATOR = ', '

/** For each step of the conversation with a mail server. */
const TIMEOUT_MS = 8_000

const getDomain = (from: string): string => /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'

/** A mailer for `smtpUrl`, or null where none is configured. It connects on the first letter. */
export const createMailer = ({ smtpUrl, from }: { smtpUrl?: string; from: string }): Mailer | null => {
  if (!smtpUrl) return null
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // A letter is text; nothing in it may make us read files or addresses.
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
