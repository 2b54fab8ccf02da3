/** Web Locks of this browser: absent on insecure origins; some browsers throw when they are asked for. */
export const getLockManager = (): LockManager | null => {
  try {
    return navigator.locks ?? null
  } catch {
    return null
  }
}
