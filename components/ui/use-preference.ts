'use client'

import { useSyncExternalStore } from 'react'
import { onPreference, type PreferenceName } from './preferences'

/**
 * How this page looks now, whoever changed it.
 * @param first as the server read it
 */
export const usePreference = <V extends string>(
  name: PreferenceName,
  first: V,
  of: (value: string | undefined) => V,
): V =>
  useSyncExternalStore(
    onPreference,
    () => of(document.documentElement.dataset[name]),
    () => first,
  )
