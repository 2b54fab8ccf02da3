'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { useCommand } from '@/components/commands/commands'
import {
  DENSITY_COOKIE,
  type Density,
  densityOf,
  keepPreference,
  THEME_COOKIE,
  THEMES,
  type Theme,
  themeOf,
} from '@/components/ui/preferences'
import { toast } from '@/components/ui/toast-queue'
import { usePreference } from '@/components/ui/use-preference'

const API_PAGE = '/docs/api'

const THEME_LABEL = {
  light: 'Theme: light',
  dark: 'Theme: dark',
  system: 'Theme: as the system',
} as const satisfies Record<Theme, string>

const copyLink = async (): Promise<void> => {
  try {
    await navigator.clipboard.writeText(location.href)
    toast({ title: 'Link copied', tone: 'good' })
  } catch {
    // Not a secure address, or not allowed: it can still be copied by hand.
    toast({ title: 'The link could not be copied', description: location.href, tone: 'bad' })
  }
}

const ThemeCommand = ({ theme, isNow }: { theme: Theme; isNow: boolean }) => {
  useCommand({
    id: `theme.${theme}`,
    label: THEME_LABEL[theme],
    also: 'appearance colours mode',
    section: 'General',
    off: isNow ? 'This is how it looks now' : undefined,
    run: () => keepPreference(THEME_COOKIE, theme),
  })
  return null
}

export interface PersonCommandsProps {
  theme: Theme
  density: Density
  signOut: () => Promise<void>
}

/** What a person can do about themselves and this page from anywhere, by the palette. */
const PersonCommands = ({ theme, density, signOut }: PersonCommandsProps) => {
  const { push } = useRouter()
  const themeNow = usePreference(THEME_COOKIE, theme, themeOf)
  const densityNow = usePreference(DENSITY_COOKIE, density, densityOf)
  const other = densityNow === 'compact' ? 'comfortable' : 'compact'
  useCommand({
    id: 'copy-link',
    label: 'Copy link to this page',
    also: 'share address url',
    section: 'General',
    run: () => void copyLink(),
  })
  useCommand({
    id: 'density',
    label: `Show ${other} rows`,
    also: 'density',
    section: 'General',
    run: () => keepPreference(DENSITY_COOKIE, other),
  })
  useCommand({
    id: 'go/docs/api',
    label: 'API',
    also: 'documentation openapi curl',
    section: 'Go to',
    href: API_PAGE,
    run: () => push(API_PAGE),
  })
  useCommand({
    id: 'sign-out',
    label: 'Sign out',
    also: 'log out leave',
    section: 'General',
    run: () => startTransition(signOut),
  })
  return THEMES.map((one) => <ThemeCommand key={one} theme={one} isNow={one === themeNow} />)
}

export default PersonCommands
