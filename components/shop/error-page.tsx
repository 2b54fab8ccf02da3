import { buttonClass } from '@/components/ui/button-style'
import { MessagePage } from '@/components/ui/message-page'
import { ERROR_MESSAGES } from './error-messages'
import type { Language } from './language'

interface Props {
  error: unknown
  retry: () => void
  language: Language
}

/** What went wrong, in words; the digest leads to the cause in the server's log. */
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
