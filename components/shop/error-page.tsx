import { ERROR_MESSAGES } from './messages/error-messages'
import type { Language } from './negotiate-language'

interface Props {
  error: unknown
  retry: () => void
  language: Language
}

/**
 * An error page; the digest identifies the error in the log of the server. Every page loads it twice, for itself and
 * for the root layout, so it uses no other components.
 */
export const ErrorPage = ({ error, retry, language }: Props) => {
  const messages = ERROR_MESSAGES[language]
  const digest = (error as { digest?: unknown } | null)?.digest
  return (
    <main
      data-page="shop"
      className="mx-auto flex min-h-dvh max-w-md flex-col items-start justify-center gap-3 px-6 py-16"
    >
      <h1 className="text-2xl">{messages.title}</h1>
      <p className="text-muted">{messages.body}</p>
      {typeof digest === 'string' && (
        <p className="text-muted">
          {messages.reference} <code className="font-mono select-all">{digest}</code>
        </p>
      )}
      <button
        type="button"
        className="mt-3 h-control rounded-md bg-accent px-3 font-medium text-on-solid hover:bg-accent-hover"
        onClick={retry}
      >
        {messages.retry}
      </button>
    </main>
  )
}
