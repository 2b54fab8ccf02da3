import { isPageHidden } from '@/components/browser/page-visibility'
import { type Backoff, backoffMs } from '@/temporal/contract/backoff'

const FIRST_MS = 1_000
const TIMEOUT_MS = 10_000
/** The first delay is the one between two answers, the later ones follow failures. */
export const POLL_BACKOFF: Backoff = { firstMs: 5_000, maxMs: 30_000, jitter: true }

/** @throws an error where there is no answer in time or it is none */
const readVersion = async (url: string): Promise<number> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) })
  const { version } = Object(await response.json())
  if (!response.ok || typeof version !== 'number') throw new Error(`${response.status} without a version`)
  return version
}

/**
 * Asks `url` for the version of an order every few seconds while the tab is visible, and at once when it becomes
 * visible. Returns a function that ends it.
 * @param onVersion receives each answer, null for a failure
 */
export const pollVersion = (url: string, onVersion: (version: number | null) => void): (() => void) => {
  let failures = 0
  let isOver = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const schedule = (delayMs: number) => {
    clearTimeout(timer)
    timer = setTimeout(ask, delayMs)
  }
  const ask = async () => {
    if (isPageHidden()) return
    const version = await readVersion(url).catch(() => null)
    if (isOver) return
    failures = version === null ? failures + 1 : 0
    onVersion(version)
    schedule(backoffMs(failures, POLL_BACKOFF))
  }

  schedule(FIRST_MS)
  document.addEventListener('visibilitychange', ask)
  return () => {
    isOver = true
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', ask)
  }
}
