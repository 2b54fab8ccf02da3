import CloudOff from 'lucide-react/icons/cloud-off'
import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'

/** Customer page while a dependency is down: HTML, without JavaScript. */
export const Unavailable = ({ title, hint, action }: { title: string; hint: string; action?: ReactNode }) => (
  <>
    <h1 className="sr-only">{title}</h1>
    <EmptyState icon={CloudOff} title={title} action={action}>
      {hint}
    </EmptyState>
  </>
)
