'use client'

import { useCallback, useState } from 'react'
import { useCommand } from '@/components/commands/commands'
import { toast } from '@/components/ui/toast-queue'
import { useHeldTyping } from './held-typing'
import { showOverlay, useOverlay } from './overlay'
import { useLoaded } from './use-loaded'

const notLoaded = (): void => {
  showOverlay(null)
  toast({
    title: 'This could not be loaded',
    description: 'Check your connection and try again.',
    tone: 'bad',
  })
}

/** The palette and the help sheet behind their keys. Stands once in the console; their code comes when opened. */
export const PaletteHost = ({ person }: { person: string }) => {
  const overlay = useOverlay()
  const [text, setText] = useState('')
  const type = useCallback((character: string) => setText((before) => before + character), [])
  const isPalette = overlay === 'palette'
  const isHelp = overlay === 'help'
  useHeldTyping(overlay !== null, isPalette ? type : null)
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
    also: 'help keys',
    section: 'General',
    keys: '?',
    run: () => showOverlay('help'),
  })
  const Palette = useLoaded(isPalette, () => import('./palette'), notLoaded)
  const Help = useLoaded(isHelp, () => import('./help-sheet'), notLoaded)
  return (
    <>
      {Palette && <Palette isOpen={isPalette} person={person} text={text} setText={setText} />}
      {Help && <Help isOpen={isHelp} />}
    </>
  )
}
