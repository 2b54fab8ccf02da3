import { notFound } from 'next/navigation'
import { can } from '@/temporal/contract/can'
import type { Actor } from '@/temporal/contract/people'
import { requireStaff } from '../reading'

/** The administrator who looks at this page; for other staff it does not exist. */
export const requireAdmin = async (path: string): Promise<Actor> => {
  const viewer = await requireStaff(path)
  if (!can(viewer, 'user.manage')) notFound()
  return viewer
}
