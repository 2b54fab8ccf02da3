'use client'

import Check from 'lucide-react/icons/check'
import Copy from 'lucide-react/icons/copy'
import { useState } from 'react'
import { copyText } from '@/components/browser/copy-text'
import { IconButton } from './icon-button'

const OUTCOME = {
  none: '',
  copied: 'Copied',
  refused: 'The browser does not let this page copy',
} as const

/** Copies `text` and says whether it could. */
export const CopyButton = ({ text, label }: { text: string; label: string }) => {
  const [outcome, setOutcome] = useState<keyof typeof OUTCOME>('none')
  const isCopied = outcome === 'copied'
  const copy = async () => setOutcome((await copyText(text)) ? 'copied' : 'refused')
  return (
    <>
      <IconButton
        size="sm"
        icon={isCopied ? Check : Copy}
        label={label}
        onClick={() => void copy()}
        onBlur={() => setOutcome('none')}
      />
      <span role="status" className={outcome === 'refused' ? 'text-xs text-muted' : 'sr-only'}>
        {OUTCOME[outcome]}
      </span>
    </>
  )
}
