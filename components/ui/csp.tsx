'use client'

import { CSPProvider } from '@base-ui/react/csp-provider'
import type { ReactNode } from 'react'

/** Hands the request's nonce to Base UI. Stands around the console only, so that customers do not load it. */
export const Csp = ({ nonce, children }: { nonce?: string; children: ReactNode }) => (
  <CSPProvider nonce={nonce}>{children}</CSPProvider>
)
