/** Isolation of direction in plain strings, where no `<bdi>` can stand: titles, labels, toasts, mail. */

/** First Strong Isolate and Pop Directional Isolate (UAX #9). */
const FSI = '\u2068'
const PDI = '\u2069'

const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u
/** Controls in texts that were stored before they were refused: they would close the isolate, or reach beyond it. */
const CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g

/**
 * A person's text for the middle of a sentence. It cannot turn the words around it; text without a letter or control
 * from right to left is returned as it is.
 */
export const isolateText = (text: string): string =>
  RIGHT_TO_LEFT.test(text) ? FSI + text.replace(CONTROLS, '') + PDI : text
