/** Texts from right to left that could turn the words around them. */

import type { Page } from '@playwright/test'

/**
 * Places that show Hebrew letters without isolation: text outside of `<bdi>` and `dir="auto"`, labels and titles that
 * join it with other words, and fields for words that do not follow what is typed.
 * @param word the unique ASCII word in the texts of the test
 */
export const findUnisolatedText = (page: Page, word: string): Promise<string[]> =>
  page.evaluate((ascii) => {
    const isHebrew = (text: string | null): text is string => /[\u0590-\u05FF]/.test(text ?? '')
    const isIsolated = (text: string) => text.includes('\u2068')
    // A name or a title alone may be a label.
    const isAlone = (text: string) => !/[a-z]/i.test(text.replaceAll(ascii, ''))
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      // An option stands alone; scripts hold data; the raw view is code.
      if (!parent || parent.closest('script, style, option, pre, textarea')) continue
      if (isHebrew(node.textContent) && !isIsolated(node.textContent) && !parent.closest('bdi, [dir=auto]'))
        found.push(`<${parent.tagName.toLowerCase()} class="${parent.className}"> ${node.textContent}`)
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) {
        const value = element.getAttribute(name)
        if (isHebrew(value) && value.includes(ascii) && !isIsolated(value) && !isAlone(value))
          found.push(`${name}="${value}"`)
      }
    const fields = 'textarea, input[type=text], input:not([type]):not([aria-hidden])'
    for (const field of document.querySelectorAll<HTMLInputElement>(fields))
      if (field.dir !== 'auto' && !field.readOnly) found.push(`field ${field.outerHTML}`)
    if (isHebrew(document.title) && !isIsolated(document.title)) found.push(`<title> ${document.title}`)
    return found
  }, word)
