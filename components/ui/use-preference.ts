'use client'

import { useSyncExternalStore } from 'react'
import { type PreferenceName, subscribeToPreferences } from './preferences'

/** A preference of this page; renders again when it changes. @param first value that the server read */
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
