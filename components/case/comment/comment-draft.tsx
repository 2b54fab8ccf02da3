import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'

/** A comment that was being typed when the case closed. It stays until the person discards it. */
export const CommentDraft = ({ text, onDiscard }: { text: string; onDiscard: () => void }) => (
  <Banner
    tone="waiting"
    title="This case is closed; your comment was not sent"
    action={<CopyButton text={text} label="Copy your comment" />}
  >
    <p className="max-w-prose break-words whitespace-pre-wrap">{text}</p>
    <Button size="sm" variant="ghost" onClick={onDiscard} className="mt-1 -ml-2.5">
      Discard
    </Button>
  </Banner>
)
