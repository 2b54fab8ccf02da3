'use client'

import Rows2 from 'lucide-react/icons/rows-2'
import Rows4 from 'lucide-react/icons/rows-4'
import { useState } from 'react'
import { IconButton } from './icon-button'
import { DENSITY_COOKIE, type Density, keepPreference } from './preferences'

/** Comfortable or compact rows. */
export const DensityToggle = ({ density }: { density: Density }) => {
  const [current, setCurrent] = useState(density)
  const other = current === 'compact' ? 'comfortable' : 'compact'
  return (
    <IconButton
      icon={current === 'compact' ? Rows2 : Rows4}
      label={`Show ${other} rows`}
      onClick={() => {
        keepPreference(DENSITY_COOKIE, other)
        setCurrent(other)
      }}
    />
  )
}
