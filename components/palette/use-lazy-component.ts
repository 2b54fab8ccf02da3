'use client'

import { type ComponentType, useEffect, useState } from 'react'

/**
 * A component whose code is loaded when it is first wanted, and kept.
 * @param fail called where the code could not be loaded; the next time it is tried again
 */
export const useLazyComponent = <P>(
  isWanted: boolean,
  load: () => Promise<{ default: ComponentType<P> }>,
  fail: () => void,
): ComponentType<P> | null => {
  const [Component, setComponent] = useState<ComponentType<P> | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what loads and what tells are the same every time
  useEffect(() => {
    if (isWanted && !Component) load().then((module) => setComponent(() => module.default), fail)
  }, [isWanted, Component])
  return Component
}
