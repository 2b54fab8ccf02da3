import { notFound } from 'next/navigation'
import type { Actor } from '@/temporal/contract/auth/actor'
import { can } from '@/temporal/contract/auth/permissions'
import { requireStaff } from './request-context'

/** The administrator who looks at this page; for other staff it does not exist. */
export const requireAdmin = async (path: string): Promise<Actor> => {
  const viewer = await requireStaff(path)
  if (!can(viewer, 'user.manage')) notFound()
  return viewer
}
