import { LANGUAGE_COOKIE, LANGUAGE_NAMES, LANGUAGES, type Language } from './language'

interface Props {
  current: Language
  label: string
  /** Keeps the choice. */
  action: (form: FormData) => Promise<void>
}

/** Each language by its own name. A plain form: it needs no JavaScript, and keeps what was typed elsewhere. */
export const LanguageSwitch = ({ current, label, action }: Props) => (
  <form action={action}>
    <fieldset className="flex">
      <legend className="sr-only">{label}</legend>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="submit"
          name={LANGUAGE_COOKIE}
          value={language}
          lang={language}
          aria-pressed={language === current}
          className="min-h-11 min-w-11 rounded-md px-2 text-muted hover:text-ink aria-pressed:font-semibold aria-pressed:text-ink"
        >
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
    </fieldset>
  </form>
)
