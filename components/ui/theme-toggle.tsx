'use client'

import Monitor from 'lucide-react/icons/monitor'
import Moon from 'lucide-react/icons/moon'
import Sun from 'lucide-react/icons/sun'
import type { FormEvent } from 'react'
import { cx } from './cx'
import { savePreference, THEME_COOKIE, THEMES, type Theme, toTheme } from './preferences'
import { usePreference } from './use-preference'

const ICON = { light: Sun, dark: Moon, system: Monitor } as const
const LABELS = { light: 'Light', dark: 'Dark', system: 'As the system' } as const satisfies Record<
  Theme,
  string
>

interface Props {
  theme: Theme
  /** Server action that sets the cookie without JavaScript. */
  action: (form: FormData) => Promise<void>
  /** Name of the group and of each choice, in the language of the page. */
  label?: string
  labels?: Record<Theme, string>
}

/** Light, dark or as the system says. */
export const ThemeToggle = ({ theme, action, label = 'Theme', labels = LABELS }: Props) => {
  const current = usePreference(THEME_COOKIE, theme, toTheme)
  const choose = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
    savePreference(THEME_COOKIE, toTheme(button?.value))
  }
  return (
    <form action={action} onSubmit={choose}>
      <fieldset className="flex rounded-md border border-line p-0.5">
        <legend className="sr-only">{label}</legend>
        {THEMES.map((name) => {
          const Icon = ICON[name]
          return (
            <button
              key={name}
              type="submit"
              name={THEME_COOKIE}
              value={name}
              aria-pressed={current === name}
              aria-label={labels[name]}
              title={labels[name]}
              className={cx(
                'flex size-6 items-center justify-center rounded pointer-coarse:size-11',
                current === name ? 'bg-selected text-accent-text' : 'text-muted hover:text-ink',
              )}
            >
              <Icon aria-hidden className="size-3.5" />
            </button>
          )
        })}
      </fieldset>
    </form>
  )
}
