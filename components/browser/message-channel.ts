/** Opens a channel between the tabs of this browser; null where it has none or refuses. */
export const openMessageChannel = (name: string): BroadcastChannel | null => {
  try {
    return new BroadcastChannel(name)
  } catch {
    return null
  }
}
