'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { copyText } from '@/components/browser/copy-text'
import { useCommand } from '@/components/keyboard/commands'
import { whyUndelivered } from '@/components/ui/form/use-server-action'
import {
  DENSITY_COOKIE,
  type Density,
  savePreference,
  THEME_COOKIE,
  THEMES,
  type Theme,
  toDensity,
  toTheme,
} from '@/components/ui/preferences'
import { toast } from '@/components/ui/toast-queue'
import { usePreference } from '@/components/ui/use-preference'
import * as paths from '@/temporal/contract/paths'

const THEME_LABEL = {
  light: 'Theme: light',
  dark: 'Theme: dark',
  system: 'Theme: as the system',
} as const satisfies Record<Theme, string>

const copyLink = async (): Promise<void> => {
  if (await copyText(location.href)) toast({ title: 'Link copied', tone: 'good' })
  // The person can copy the shown URL by hand.
  else toast({ title: 'The link could not be copied', description: location.href, tone: 'bad' })
}

/** Signs out. The page of sign-in forgets what the browser kept. */
const signOutOrSay = async (signOut: () => Promise<void>): Promise<void> => {
  try {
    await signOut()
  } catch (error) {
    whyUndelivered(error)
    toast({ title: 'The server did not answer', description: 'You may still be signed in.', tone: 'bad' })
  }
}

const ThemeCommand = ({ theme, isNow }: { theme: Theme; isNow: boolean }) => {
  useCommand({
    id: `theme.${theme}`,
    label: THEME_LABEL[theme],
    keywords: 'appearance colours mode',
    section: 'General',
    disabledReason: isNow ? 'This is how it looks now' : undefined,
    run: () => savePreference(THEME_COOKIE, theme),
  })
  return null
}

export interface PersonCommandsProps {
  theme: Theme
  density: Density
  signOut: () => Promise<void>
}

/** Commands about the account and the present page, for the palette. */
const PersonCommands = ({ theme, density, signOut }: PersonCommandsProps) => {
  const { push } = useRouter()
  const themeNow = usePreference(THEME_COOKIE, theme, toTheme)
  const densityNow = usePreference(DENSITY_COOKIE, density, toDensity)
  const other = densityNow === 'compact' ? 'comfortable' : 'compact'
  useCommand({
    id: 'copy-link',
    label: 'Copy link to this page',
    keywords: 'share address url',
    section: 'General',
    run: () => void copyLink(),
  })
  useCommand({
    id: 'density',
    label: `Show ${other} rows`,
    keywords: 'density',
    section: 'General',
    run: () => savePreference(DENSITY_COOKIE, other),
  })
  useCommand({
    id: 'go/docs/api',
    label: 'API',
    keywords: 'documentation openapi curl',
    section: 'Go to',
    href: paths.apiReference(),
    run: () => push(paths.apiReference()),
  })
  useCommand({
    id: 'sign-out',
    label: 'Sign out',
    keywords: 'log out leave',
    section: 'General',
    run: () => startTransition(() => signOutOrSay(signOut)),
  })
  return THEMES.map((one) => <ThemeCommand key={one} theme={one} isNow={one === themeNow} />)
}

export default PersonCommands
