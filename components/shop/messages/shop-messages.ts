/** Every word that customers read. A language is a table in this folder; what one lacks fails the type check. */

import type { Language } from '../language'
import { de } from './de'
import { en } from './en'

export type ShopMessages = typeof en

const MESSAGES = { en, de } satisfies Record<Language, ShopMessages>

/** The words of a language: plain data, so that a page can hand a part of it to the browser. */
export const messagesFor = (language: Language): ShopMessages => MESSAGES[language]
