import { firstCharacter } from '@/temporal/contract/text/truncate-text'
import { cx } from './cx'

const getInitials = (name: string): string => {
  const words = name.trim().split(/\s+/)
  const first = firstCharacter(words[0] ?? '') || '?'
  const last = words.length > 1 ? firstCharacter(words.at(-1) ?? '') : ''
  return (first + last).toUpperCase()
}

interface Props {
  name: string
  /** The name is shown beside it: screen readers skip the avatar. */
  decorative?: boolean
  size?: 'sm' | 'md'
}

/** The initials of a person. */
export const Avatar = ({ name, decorative = false, size = 'sm' }: Props) => (
  <span
    {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
    title={name}
    dir="auto"
    className={cx(
      'inline-flex shrink-0 items-center justify-center rounded-full bg-selected font-semibold text-accent-text select-none',
      size === 'sm' ? 'size-5 text-[0.5625rem]' : 'size-7 text-[0.6875rem]',
    )}
  >
    {getInitials(name)}
  </span>
)
