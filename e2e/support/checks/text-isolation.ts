/** Texts from right to left that could turn the words around them. */

import type { Page } from '@playwright/test'

/**
 * Places that show Hebrew letters without isolation: text outside of `<bdi>` and `dir="auto"`, and labels or titles
 * that join it with other words.
 * @param whole texts that may be a label or title of their own
 */
export const findUnisolatedText = (page: Page, whole: readonly string[]): Promise<string[]> =>
  page.evaluate((texts) => {
    const isHebrew = (text: string | null): text is string => /[\u0590-\u05FF]/.test(text ?? '')
    const isIsolated = (text: string) => text.includes('\u2068') || texts.includes(text.trim())
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      // Base UI and Next.js keep data in scripts; an option stands alone; the raw view is code.
      if (!parent || parent.closest('script, style, option, pre, textarea')) continue
      if (
        isHebrew(node.textContent) &&
        !node.textContent.includes('\u2068') &&
        !parent.closest('bdi, [dir=auto]')
      )
        found.push(`<${parent.tagName.toLowerCase()} class="${parent.className}"> ${node.textContent}`)
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) {
        const value = element.getAttribute(name)
        if (isHebrew(value) && !isIsolated(value)) found.push(`${name}="${value}"`)
      }
    for (const field of document.querySelectorAll<HTMLInputElement>(
      'textarea, input[type=text], input:not([type])',
    ))
      if (field.dir !== 'auto' && !field.readOnly) found.push(`field ${field.name}`)
    if (isHebrew(document.title) && !document.title.includes('\u2068'))
      found.push(`<title> ${document.title}`)
    return found
  }, whole)
