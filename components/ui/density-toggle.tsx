'use client'

import Rows2 from 'lucide-react/icons/rows-2'
import Rows4 from 'lucide-react/icons/rows-4'
import { IconButton } from './icon-button'
import { DENSITY_COOKIE, type Density, savePreference, toDensity } from './preferences'
import { usePreference } from './use-preference'

/** Comfortable or compact rows. */
export const DensityToggle = ({ density }: { density: Density }) => {
  const current = usePreference(DENSITY_COOKIE, density, toDensity)
  const other = current === 'compact' ? 'comfortable' : 'compact'
  return (
    <IconButton
      icon={current === 'compact' ? Rows2 : Rows4}
      label={`Show ${other} rows`}
      onClick={() => savePreference(DENSITY_COOKIE, other)}
    />
  )
}
