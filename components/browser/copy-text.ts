/** Copies text. False where the browser has no clipboard or refuses: it needs a secure origin and permission. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
