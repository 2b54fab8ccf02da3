import { ActionForm } from '@/components/ui/form/action-form'
import { LANGUAGE_COOKIE, LANGUAGE_NAMES, LANGUAGES, type Language } from './negotiate-language'

interface Props {
  current: Language
  label: string
  /** Shown where the choice was not saved. */
  failed: string
  /** Saves the choice. */
  action: (form: FormData) => Promise<void>
}

/**
 * The languages by their own names. A plain form, which needs no JavaScript and keeps the values of other
 * forms.
 */
export const LanguageSwitch = ({ current, label, failed, action }: Props) => (
  <ActionForm action={action} failed={failed}>
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
  </ActionForm>
)
