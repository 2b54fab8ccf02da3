'use client'

import Keyboard from 'lucide-react/icons/keyboard'
import LogOut from 'lucide-react/icons/log-out'
import type { MouseEvent } from 'react'
import { KeyCaps } from '@/components/keyboard/key-caps'
import { showOverlay, useOverlay } from '@/components/palette/overlay'
import type { PersonCommandsProps } from '@/components/palette/person-commands'
import { useLazyComponent } from '@/components/palette/use-lazy-component'
import { Avatar } from '@/components/ui/avatar'
import { DensityToggle } from '@/components/ui/density-toggle'
import { ActionForm } from '@/components/ui/form/action-form'
import { closePopover, Popover } from '@/components/ui/popover'
import type { Density, Theme } from '@/components/ui/preferences'
import { ROLE_LABEL } from '@/components/ui/role-labels'
import { ThemeToggle } from '@/components/ui/theme-toggle'
import { UserText } from '@/components/ui/user-text'
import type { Role } from '@/temporal/contract/auth/actor'
import { isolateText } from '@/temporal/contract/text/isolate-text'

export interface Preferences {
  theme: Theme
  density: Density
  setTheme: (form: FormData) => Promise<void>
}

interface Props {
  name: string
  role: Role
  preferences: Preferences
  signOut: () => Promise<void>
}

const ROW =
  'flex h-8 w-full items-center gap-2 rounded px-2 text-left hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:h-11'

const showHelp = ({ currentTarget }: MouseEvent) => {
  closePopover(currentTarget)
  showOverlay('help')
}

/** Commands without keys are listed in the palette only, so they are loaded with it. */
const LazyCommands = (props: PersonCommandsProps) => {
  const isWanted = useOverlay() === 'palette'
  // The palette reports a failure to load code.
  const Commands = useLazyComponent(
    isWanted,
    () => import('@/components/palette/person-commands'),
    () => {},
  )
  return Commands && <Commands {...props} />
}

/** Menu of the viewer: preferences, shortcuts, sign-out. */
export const PersonMenu = ({ name, role, preferences, signOut }: Props) => (
  <>
    <LazyCommands theme={preferences.theme} density={preferences.density} signOut={signOut} />
    <Popover
      label={`Signed in as ${isolateText(name)}`}
      className="touch-target flex h-9 items-center gap-2 rounded-md px-1.5 text-left hover:bg-hover lg:max-xl:justify-center xl:w-full"
      panelClassName="w-60 p-1.5"
      trigger={
        <>
          <Avatar name={name} size="md" decorative />
          <span className="min-w-0 flex-1 truncate font-medium max-xl:hidden">
            <UserText>{name}</UserText>
          </span>
        </>
      }
    >
      <p className="px-2 pt-1 pb-2">
        <span className="block truncate font-medium">
          <UserText>{name}</UserText>
        </span>
        <span className="text-xs text-muted">{ROLE_LABEL[role]}</span>
      </p>
      <div className="flex items-center justify-between gap-3 border-t border-line px-2 py-2">
        <span className="text-muted">Theme</span>
        <ThemeToggle theme={preferences.theme} action={preferences.setTheme} />
      </div>
      <div className="flex items-center justify-between gap-3 px-2 pb-2">
        <span className="text-muted">Rows</span>
        <DensityToggle density={preferences.density} />
      </div>
      <div className="border-t border-line py-1.5">
        <button type="button" onClick={showHelp} className={ROW}>
          <Keyboard aria-hidden className="size-4 text-muted" />
          <span className="flex-1">Keyboard shortcuts</span>
          <KeyCaps keys="?" />
        </button>
      </div>
      <ActionForm
        action={signOut}
        failed="The server did not answer. You may still be signed in."
        className="border-t border-line pt-1.5"
      >
        <button type="submit" className={ROW}>
          <LogOut aria-hidden className="size-4 text-muted" />
          Sign out
        </button>
      </ActionForm>
    </Popover>
  </>
)
