'use client'

import { type ComponentType, useEffect, useState } from 'react'

/**
 * Loads the code of a component when it is first needed.
 * @param fail called when loading failed; the next time it is needed, loading is tried again
 */
export const useLazyComponent = <P>(
  isWanted: boolean,
  load: () => Promise<{ default: ComponentType<P> }>,
  fail: () => void,
): ComponentType<P> | null => {
  const [Component, setComponent] = useState<ComponentType<P> | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `load` and `fail` do the same in every render
  useEffect(() => {
    if (isWanted && !Component) load().then((module) => setComponent(() => module.default), fail)
  }, [isWanted, Component])
  return Component
}
