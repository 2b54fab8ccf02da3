/** Sentences about parts of an address, apart from the messages that pages load. */

import type { Language } from '../negotiate-language'
import { addressErrors as de } from './de-address'
import { addressErrors as en } from './en-address'

export type AddressErrors = typeof en

const ERRORS = { en, de } satisfies Record<Language, AddressErrors>

export const addressErrorsFor = (language: Language): AddressErrors => ERRORS[language]
