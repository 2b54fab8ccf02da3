/** All texts for customers, one table for each language; a missing key fails the type check. */

import type { Language } from '../negotiate-language'
import { de } from './de'
import { en } from './en'

export type ShopMessages = typeof en

const MESSAGES = { en, de } satisfies Record<Language, ShopMessages>

/** The messages of a language: plain data, so that a page can pass part of it to the browser. */
export const messagesFor = (language: Language): ShopMessages => MESSAGES[language]
