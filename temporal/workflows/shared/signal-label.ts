import { normaliseLine } from '../../contract/text/normalise-text'
import { truncateText } from '../../contract/text/truncate-text'

const MAX_LABEL = 100

/** The name of an unknown signal, as a stream entry shows it. Whoever sends it chooses the name. */
export const toSignalLabel = (name: unknown): string =>
  truncateText(normaliseLine(truncateText(String(name), 2 * MAX_LABEL)), MAX_LABEL)
