import type { Page } from '@playwright/test'

/** Replaces every text of the page by an element of its own, now and later, as the translation of a browser does. */
export const rewriteTexts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const wrap = (text: Node) => {
      if (!text.textContent?.trim() || text.parentElement?.closest('font, script, style, textarea')) return
      const [outer, inner] = [document.createElement('font'), document.createElement('font')]
      inner.textContent = text.textContent
      outer.append(inner)
      text.parentNode?.replaceChild(outer, text)
    }
    const wrapAll = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const texts: Node[] = []
      while (walker.nextNode()) texts.push(walker.currentNode)
      texts.forEach(wrap)
    }
    wrapAll()
    new MutationObserver(wrapAll).observe(document.body, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
