import { cx } from './cx'

/** A grey shape where something will be. Give it the size of what comes. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden className={cx('block animate-pulse rounded bg-line', className)} />
)
