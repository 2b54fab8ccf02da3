/** Every word that customers read. A language is a table in `words/`; what one lacks fails the type check. */

import type { Language } from './language'
import { de } from './words/de'
import { en } from './words/en'

export type ShopWords = typeof en

const WORDS = { en, de } satisfies Record<Language, ShopWords>

/** The words of a language: plain data, so that a page can hand a part of it to the browser. */
export const shopWords = (language: Language): ShopWords => WORDS[language]
