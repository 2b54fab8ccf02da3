'use client'

import Link from 'next/link'
import { cx } from '@/components/ui/cx'
import type { Mention } from '@/temporal/contract/cases/mentions'
import { type Piece, piecesOf, unnamedIn } from './comment-pieces'
import { useViewing } from './viewer'

const NAME = 'rounded-sm px-0.5 font-medium'
const LINK = 'link break-all'

const Name = ({ id, text }: { id: string; text: string }) => {
  const isMe = useViewing().viewer.id === id
  return (
    <span className={cx(NAME, isMe ? 'bg-waiting-soft text-waiting' : 'bg-selected text-accent-text')}>
      {text}
      {isMe && <span className="sr-only"> (you)</span>}
    </span>
  )
}

const Part = ({ piece }: { piece: Piece }) => {
  if (piece.kind === 'text') return piece.text
  if (piece.kind === 'mention') return <Name id={piece.id} text={piece.text} />
  if (piece.kind === 'case')
    return (
      <Link
        href={piece.href}
        prefetch={false}
        className={cx(LINK, piece.text.includes('_') && 'font-mono text-xs')}
      >
        {piece.text}
      </Link>
    )
  return (
    <a href={piece.href} className={LINK} target="_blank" rel="noopener noreferrer nofollow">
      {piece.text}
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  )
}

/** What a person wrote: links, cases and those it calls stand out; everything else is text as it was typed. */
export const CommentText = ({ text, mentions }: { text: string; mentions: readonly Mention[] }) => (
  <div className="mt-1 w-fit max-w-prose rounded-lg border border-line bg-surface px-3 py-1.5 break-words whitespace-pre-wrap">
    {piecesOf(text, mentions).map((piece, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text are neither moved nor removed
      <Part key={i} piece={piece} />
    ))}
    {unnamedIn(text, mentions).map(({ id, name }) => (
      <span key={id} className="mt-1 block text-xs">
        For <Name id={id} text={`@${name}`} />
      </span>
    ))}
  </div>
)
