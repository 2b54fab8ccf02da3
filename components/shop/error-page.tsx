import { buttonClass } from '@/components/ui/button-style'
import { MessagePage } from '@/components/ui/message-page'
import { ERROR_MESSAGES } from './messages/error-messages'
import type { Language } from './negotiate-language'

interface Props {
  error: unknown
  retry: () => void
  language: Language
}

/** An error page; the digest identifies the error in the log of the server. */
export const ErrorPage = ({ error, retry, language }: Props) => {
  const messages = ERROR_MESSAGES[language]
  const digest = (error as { digest?: unknown } | null)?.digest
  return (
    <MessagePage
      title={messages.title}
      action={
        <button type="button" className={buttonClass('primary')} onClick={retry}>
          {messages.retry}
        </button>
      }
    >
      <p>{messages.body}</p>
      {typeof digest === 'string' && (
        <p className="mt-2">
          {messages.reference} <code className="font-mono select-all">{digest}</code>
        </p>
      )}
    </MessagePage>
  )
}
