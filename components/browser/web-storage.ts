export type StorageArea = 'browser' | 'tab'

/**
 * `localStorage`, which the tabs of a browser share, or `sessionStorage`, which one tab has.
 * @throws DOMException where the browser refuses storage: the property itself throws
 */
export const getWebStorage = (area: StorageArea): Storage =>
  area === 'browser' ? localStorage : sessionStorage
