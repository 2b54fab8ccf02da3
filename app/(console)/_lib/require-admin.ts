import { notFound } from 'next/navigation'
import type { Actor } from '@/temporal/contract/auth/actor'
import { can } from '@/temporal/contract/auth/permissions'
import { requireStaff } from './request-context'

/** The viewer, an administrator. For other staff the page is a 404. */
export const requireAdmin = async (path: string): Promise<Actor> => {
  const viewer = await requireStaff(path)
  if (!can(viewer, 'user.manage')) notFound()
  return viewer
}
