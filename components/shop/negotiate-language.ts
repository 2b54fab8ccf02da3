/** Languages of the shop, and their negotiation. */

export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each language by its own name. */
export const LANGUAGE_NAMES = { en: 'English', de: 'Deutsch' } as const satisfies Record<Language, string>

export const LANGUAGE_COOKIE = 'language'
const DEFAULT: Language = 'en'

const isLanguage = (value: string | undefined): value is Language =>
  (LANGUAGES as readonly (string | undefined)[]).includes(value)

/** Locales of an `Accept-Language` header by weight; those with q=0 are omitted. */
const parseAcceptLanguage = (header: string): string[] =>
  header
    .split(',')
    .map((part) => {
      const [locale = '', ...params] = part.split(';').map((text) => text.trim())
      const q = params.find((param) => param.startsWith('q='))?.slice('q='.length)
      return { locale, weight: q === undefined ? 1 : Number(q) }
    })
    .filter(({ locale, weight }) => locale !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ locale }) => locale)

/**
 * The chosen language, else the first supported one of the browser, else English.
 * @param chosen value of the language cookie
 * @param accepted the `Accept-Language` header
 */
export const negotiateLanguage = (chosen: string | undefined, accepted: string | null): Language => {
  if (isLanguage(chosen)) return chosen
  const wanted = parseAcceptLanguage(accepted ?? '').map((locale) => locale.toLowerCase().split('-')[0])
  return wanted.find(isLanguage) ?? DEFAULT
}

const toRegion = (locale: string): string | undefined => {
  try {
    const named = new Intl.Locale(locale)
    // `en` alone says nothing about the country; most other languages do.
    return named.region ?? (named.language === 'en' ? undefined : named.maximize().region)
  } catch {
    return undefined
  }
}

/** Country of the first language of the browser, ISO 3166-1, such as `AT` of `de-AT`; null if unknown. */
export const guessCountry = (accepted: string | null): string | null =>
  toRegion(parseAcceptLanguage(accepted ?? '')[0] ?? '') ?? null
