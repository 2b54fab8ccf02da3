'use client'

import { useEffect } from 'react'

const isInside = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog]') !== null

/**
 * Captures characters while an overlay is open but not loaded: they must not run commands of the page behind
 * it.
 * @param onCharacter receives each character; null discards them
 */
export const useTypeaheadBuffer = (
  isOpen: boolean,
  onCharacter: ((character: string) => void) | null,
): void => {
  useEffect(() => {
    if (!isOpen) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return
      if (isInside(event.target)) return
      event.preventDefault()
      event.stopPropagation()
      onCharacter?.(event.key)
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [isOpen, onCharacter])
}
