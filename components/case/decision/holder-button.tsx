'use client'

import * as shortcutKeys from '@/components/keyboard/case-shortcut-keys'
import { useCommand } from '@/components/keyboard/commands'
import { KeyCaps } from '@/components/keyboard/key-caps'
import { Button } from '@/components/ui/button'
import type { FormHandle } from '@/components/ui/form/use-form'

/** The verbs that change who holds a case, with their labels and keys. */
const HOLDER_VERBS = {
  claim: { label: 'Claim', keys: shortcutKeys.claim },
  release: { label: 'Release', keys: shortcutKeys.claim },
  takeOver: { label: 'Take over', keys: shortcutKeys.takeOver },
} as const
export type HolderVerb = keyof typeof HOLDER_VERBS

interface Props {
  verb: HolderVerb
  caseId: string
  form: FormHandle
  isPending: boolean
  disabledReason: string | undefined
  /** A decision is pending. */
  lockedReason: string | undefined
  onPress: () => void
}

/** Button and command of one verb. Works without JavaScript. */
export const HolderButton = (props: Props) => {
  const { verb, disabledReason, lockedReason, onPress } = props
  const { label, keys } = HOLDER_VERBS[verb]
  useCommand({
    id: `case.${verb}`,
    label,
    section: 'Case',
    keys,
    disabledReason: disabledReason ?? lockedReason,
    run: onPress,
  })
  return (
    <form
      action={props.form.submit}
      onSubmit={(event) => {
        event.preventDefault()
        onPress()
      }}
    >
      <input type="hidden" name="caseId" value={props.caseId} />
      <Button
        type="submit"
        size="sm"
        pending={props.isPending}
        disabled={(disabledReason ?? lockedReason) !== undefined}
        title={disabledReason}
        aria-keyshortcuts={keys}
      >
        {label}
        <KeyCaps keys={keys} />
      </Button>
    </form>
  )
}
