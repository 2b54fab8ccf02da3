'use client'

import Search from 'lucide-react/icons/search'
import { KeyCaps } from '@/components/keyboard/key-caps'
import { showOverlay } from './overlay'

/** Opens the palette without its shortcut. */
export const PaletteButton = () => (
  <button
    type="button"
    onClick={() => showOverlay('palette')}
    aria-label="Search and commands"
    aria-keyshortcuts="Control+K Meta+K"
    aria-haspopup="dialog"
    title="Search and commands"
    className="touch-target flex h-8 items-center gap-2.5 rounded-md text-muted hover:bg-hover hover:text-ink max-lg:size-9 max-lg:justify-center lg:px-2.5 lg:max-xl:justify-center xl:border xl:border-line xl:bg-surface"
  >
    <Search aria-hidden className="size-4 shrink-0 max-lg:size-5" />
    <span className="min-w-0 flex-1 truncate text-left max-xl:hidden">Search</span>
    <KeyCaps keys="mod+k" className="max-xl:hidden" />
  </button>
)
