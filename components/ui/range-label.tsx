import { formatCount } from './format-count'

interface Props {
  /** Position of the first row shown, from 1. */
  first: number
  /** Number of rows shown. */
  shown: number
  total: number
  isEstimate?: boolean
}

/** Which rows of a list are shown, such as `51–100 of about 1,200`. */
export const RangeLabel = ({ first, shown, total, isEstimate = false }: Props) => {
  const last = first + shown - 1
  return (
    <span className="tabular-nums">
      {formatCount(first)}–{formatCount(last)} of {isEstimate ? 'about ' : ''}
      {formatCount(Math.max(total, last))}
    </span>
  )
}
