/** Checks of the document structure: title, language, headings, landmarks, icon. */

import type { Page } from '@playwright/test'

/** @returns one line for each missing or duplicate element */
export const findStructureProblems = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = []
    const count = (selector: string) => document.querySelectorAll(selector).length
    const levels = [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')]
      .filter((heading) => heading.checkVisibility())
      .map(({ localName }) => Number(localName[1]))
    if (levels.filter((level) => level === 1).length !== 1) faults.push(`headings ${levels.join(' ')}`)
    const skipped = levels.findIndex((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1)
    if (skipped > 0) faults.push(`headings skip a level: ${levels.join(' ')}`)
    if (count('main') !== 1) faults.push(`${count('main')} main`)
    if (!/^(en|de)$/.test(document.documentElement.lang)) faults.push(`lang ${document.documentElement.lang}`)
    for (const needed of ['link[rel=icon]', 'meta[name=theme-color]', 'meta[name=viewport]', 'title'])
      if (count(needed) === 0) faults.push(`no ${needed}`)
    return faults
  })
