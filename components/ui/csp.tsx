'use client'

import { CSPProvider } from '@base-ui/react/csp-provider'
import type { ReactNode } from 'react'

/** Passes the CSP nonce to Base UI. Wraps the console only, so that customers do not load it. */
export const Csp = ({ nonce, children }: { nonce?: string; children: ReactNode }) => (
  <CSPProvider nonce={nonce}>{children}</CSPProvider>
)
