import { Button } from '@/components/ui/button'
import { MessagePage } from '@/components/ui/message-page'
import { ERROR_WORDS } from './error-words'

const words = ERROR_WORDS.en

/** What went wrong, in words; the digest leads to the cause in the server's log. */
export const ErrorPage = ({ error, retry }: { error: unknown; retry: () => void }) => {
  const digest = (error as { digest?: unknown } | null)?.digest
  return (
    <MessagePage
      title={words.title}
      action={
        <Button variant="primary" onClick={retry}>
          {words.retry}
        </Button>
      }
    >
      <p>{words.body}</p>
      {typeof digest === 'string' && (
        <p className="mt-2">
          {words.reference} <code className="font-mono select-all">{digest}</code>
        </p>
      )}
    </MessagePage>
  )
}
