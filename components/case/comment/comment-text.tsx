'use client'

import Link from 'next/link'
import { cx } from '@/components/ui/cx'
import { UserText } from '@/components/ui/user-text'
import type { Mention } from '@/temporal/contract/cases/mentions'
import { useViewer } from '../viewer-context'
import { type CommentToken, mentionsNotInText, tokenizeComment } from './comment-tokens'

const NAME = 'rounded-sm px-0.5 font-medium'
const LINK = 'link break-all'

const MentionName = ({ id, text }: { id: string; text: string }) => {
  const isMe = useViewer().viewer.id === id
  return (
    <span className={cx(NAME, isMe ? 'bg-waiting-soft text-waiting' : 'bg-selected text-accent-text')}>
      <UserText>{text}</UserText>
      {isMe && <span className="sr-only"> (you)</span>}
    </span>
  )
}

const TokenView = ({ piece: token }: { piece: CommentToken }) => {
  if (token.kind === 'text') return token.text
  if (token.kind === 'mention') return <MentionName id={token.id} text={token.text} />
  if (token.kind === 'case')
    return (
      <Link
        href={token.href}
        prefetch={false}
        className={cx(LINK, token.text.includes('_') && 'font-mono text-xs')}
      >
        {token.text}
      </Link>
    )
  return (
    <a href={token.href} className={LINK} target="_blank" rel="noopener noreferrer nofollow">
      {token.text}
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  )
}

/** Text of a comment with its links, cases and mentions highlighted. */
export const CommentText = ({ text, mentions }: { text: string; mentions: readonly Mention[] }) => (
  <div
    dir="auto"
    className="mt-1 w-fit max-w-prose rounded-lg border border-line bg-surface px-3 py-1.5 break-words whitespace-pre-wrap [unicode-bidi:plaintext]"
  >
    {tokenizeComment(text, mentions).map((piece, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text are neither moved nor removed
      <TokenView key={i} piece={piece} />
    ))}
    {mentionsNotInText(text, mentions).map(({ id, name }) => (
      <span key={id} className="mt-1 block text-xs">
        For <MentionName id={id} text={`@${name}`} />
      </span>
    ))}
  </div>
)
