import { cx } from './cx'

/** A placeholder while content loads. Give it the size of the content. */
export const Skeleton = ({ className }: { className?: string }) => (
  <span aria-hidden className={cx('block animate-pulse rounded bg-line', className)} />
)
