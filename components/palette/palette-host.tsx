'use client'

import { useCallback, useState } from 'react'
import { useCommand } from '@/components/keyboard/commands'
import { toast } from '@/components/ui/toast-queue'
import { showOverlay, useOverlay } from './overlay'
import { useTypeaheadBuffer } from './typeahead-buffer'
import { useLazyComponent } from './use-lazy-component'

const notLoaded = (): void => {
  showOverlay(null)
  toast({
    title: 'This could not be loaded',
    description: 'Check your connection and try again.',
    tone: 'bad',
  })
}

/** Opens palette and help sheet by their keys. Mounted once in the console; loads their code when opened. */
export const PaletteHost = () => {
  const overlay = useOverlay()
  const [text, setText] = useState('')
  const type = useCallback((character: string) => setText((before) => before + character), [])
  const isPalette = overlay === 'palette'
  const isHelp = overlay === 'help'
  useTypeaheadBuffer(overlay !== null, isPalette ? type : null)
  useCommand({
    id: 'palette',
    label: 'Search and commands',
    section: 'General',
    keys: 'mod+k',
    isKeyOnly: true,
    run: () => showOverlay(isPalette ? null : 'palette'),
  })
  useCommand({
    id: 'help',
    label: 'Keyboard shortcuts',
    keywords: 'help keys',
    section: 'General',
    keys: '?',
    run: () => showOverlay('help'),
  })
  const Palette = useLazyComponent(isPalette, () => import('./palette'), notLoaded)
  const Help = useLazyComponent(isHelp, () => import('./help-sheet'), notLoaded)
  return (
    <>
      {Palette && <Palette isOpen={isPalette} text={text} setText={setText} />}
      {Help && <Help isOpen={isHelp} />}
    </>
  )
}
