/** Visibility of this tab. Where the browser does not tell, it counts as visible. */

/** False where the browser throws when it is asked. */
export const isVisibilityKnown = (): boolean => {
  try {
    return document.visibilityState !== undefined
  } catch {
    return false
  }
}

/** True for a tab in the background. */
export const isPageHidden = (): boolean => {
  try {
    return document.hidden === true
  } catch {
    return false
  }
}
