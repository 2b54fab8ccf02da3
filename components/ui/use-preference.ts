'use client'

import { useSyncExternalStore } from 'react'
import { type PreferenceName, subscribeToPreferences } from './preferences'

/**
 * How this page looks now, whoever changed it.
 * @param first as the server read it
 */
export const usePreference = <V extends string>(
  name: PreferenceName,
  first: V,
  parse: (value: string | undefined) => V,
): V =>
  useSyncExternalStore(
    subscribeToPreferences,
    () => parse(document.documentElement.dataset[name]),
    () => first,
  )
