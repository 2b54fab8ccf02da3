/**
 * Keys of the commands of lists and cases; the help sheet lists them on every page. Import it as `* as shortcutKeys`: a
 * bundle holds neither a table nor its names then.
 */

export const nextCase = 'j'
export const previousCase = 'k'
export const openCase = 'o'
export const back = 'u'
export const search = '/'
export const selectCase = 'x'
export const selectAll = '* a'
export const approve = 'a'
export const reject = 'r'
export const claim = 'c'
export const takeOver = 't'
export const comment = 'm'
export const copyLink = 'y'
export const markRead = 'shift+i'
export const markUnread = 'shift+u'
