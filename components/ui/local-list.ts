/** A list in localStorage. Without localStorage, or with invalid data in it, the list is empty. Browser only. */
export const readLocalList = <T>(key: string, isItem: (value: unknown) => value is T): T[] => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isItem) : []
  } catch {
    return []
  }
}

/** Does nothing where localStorage is not available, as in some private windows. */
export const writeLocalList = (key: string, items: readonly unknown[]): void => {
  try {
    localStorage.setItem(key, JSON.stringify(items))
  } catch {
    // The list is a convenience: the page works without it.
  }
}
