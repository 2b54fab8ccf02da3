import { isPageHidden } from '../browser/page-visibility'

/**
 * Keeps a stream open while the tab is visible: of many tabs that cannot share one, only those that somebody looks at
 * use a connection. Returns a function that closes it for good.
 * @param open returns a function that closes the stream
 */
export const openWhileVisible = (open: () => () => void): (() => void) => {
  let close: (() => void) | null = null
  const update = () => {
    if (!isPageHidden()) close ??= open()
    else {
      close?.()
      close = null
    }
  }
  update()
  document.addEventListener('visibilitychange', update)
  return () => {
    document.removeEventListener('visibilitychange', update)
    close?.()
  }
}
