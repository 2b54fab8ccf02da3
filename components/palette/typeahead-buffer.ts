'use client'

import { useEffect } from 'react'

const isInside = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog]') !== null

/**
 * While an overlay is on its way, what is typed belongs to it: a letter must not run a command of the page behind.
 * @param onCharacter takes the character, or null where it is only kept away
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
