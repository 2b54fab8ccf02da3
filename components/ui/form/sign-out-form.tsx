'use client'

import type { ComponentProps } from 'react'
import { forgetOwned } from '../owned-storage'
import { ActionForm } from './action-form'

/** Signs out, and forgets what the browser kept. */
export const SignOutForm = (props: Omit<ComponentProps<typeof ActionForm>, 'onSubmit'>) => (
  <ActionForm {...props} onSubmit={forgetOwned} />
)
