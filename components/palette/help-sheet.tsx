'use client'

import { type Command, SECTIONS, useCommands } from '@/components/keyboard/commands'
import { useForeignKeys } from '@/components/keyboard/foreign-keys'
import { KeyCaps } from '@/components/keyboard/key-caps'
import { type Keys, keyLabel } from '@/components/keyboard/keys'
import { setSingleKeys, useSingleKeys } from '@/components/keyboard/single-keys'
import { useIsMac } from '@/components/keyboard/use-is-mac'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { showOverlay } from './overlay'
import { SHORTCUTS, type Shortcut } from './shortcut-labels'

type Line = Shortcut & Pick<Command, 'disabledReason'>

const hasKeys = (command: Command): command is Command & { keys: Keys } => command.keys !== undefined

/** Commands with keys. Of two with the same keys the last registered one, which is the one that runs. */
const activeCommands = (commands: readonly Command[]) => [
  ...new Map(commands.filter(hasKeys).map((command) => [command.keys, command])).values(),
]

const KeysLine = ({ keys, label, disabledReason }: Line) => {
  const isMac = useIsMac()
  return (
    <div className="flex min-h-7 items-baseline justify-between gap-3 border-b border-line/60 py-1 last:border-0">
      <dd className="order-1 min-w-0">
        {label}
        {disabledReason && <span className="block text-xs text-muted">Not now: {disabledReason}</span>}
      </dd>
      <dt className="order-2 shrink-0">
        <KeyCaps keys={keys} isAlways className="[&_kbd]:pointer-coarse:inline-flex" />
        <span className="sr-only">{keyLabel(keys, isMac)}</span>
      </dt>
    </div>
  )
}

const Lines = ({ title, lines }: { title: string; lines: readonly Line[] }) =>
  lines.length > 0 && (
    <section aria-label={title} className="mb-4 break-inside-avoid">
      <h3 className="mb-1 text-xs font-medium text-muted">{title}</h3>
      <dl>
        {lines.map((line) => (
          <KeysLine key={line.keys} {...line} />
        ))}
      </dl>
    </section>
  )

/** What to press where the keyboard has no Latin letters. */
const LayoutNote = () => {
  const foreign = [...useForeignKeys()].map(([latin, letter]) => `${letter} for ${latin}`)
  return (
    <p className="mb-4 text-xs text-muted">
      On a keyboard without Latin letters press the key in the same place
      {foreign.length > 0 && `: on yours ${foreign.join(', ')}`}.
    </p>
  )
}

const SingleKeysSwitch = () => {
  const areOn = useSingleKeys()
  return (
    <div className="mb-4 rounded-md border border-line px-3 py-2">
      <Checkbox
        role="switch"
        label="Keys without Ctrl or ⌘ run commands"
        aria-describedby="single-keys-why"
        checked={areOn}
        onChange={({ target }) => setSingleKeys(target.checked)}
      />
      <p id="single-keys-why" className="pl-8 text-xs text-muted">
        Turn them off if you dictate, or press keys by accident. Everything stays in the search of commands.
      </p>
    </div>
  )
}

/** All shortcuts of the console: those of this page and those of other pages. */
const HelpSheet = ({ isOpen }: { isOpen: boolean }) => {
  const now = activeCommands(useCommands())
  const elsewhere = SHORTCUTS.filter(({ keys }) => now.every((line) => line.keys !== keys))
  return (
    <Dialog
      size="lg"
      title="Keyboard shortcuts"
      open={isOpen}
      onOpenChange={(open) => !open && showOverlay(null)}
    >
      <SingleKeysSwitch />
      <LayoutNote />
      <div className="gap-8 sm:columns-2">
        {SECTIONS.map((section) => (
          <Lines key={section} title={section} lines={now.filter((line) => line.section === section)} />
        ))}
        <Lines title="With a list or a case open" lines={elsewhere} />
      </div>
    </Dialog>
  )
}

export default HelpSheet
