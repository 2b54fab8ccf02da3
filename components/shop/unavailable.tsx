import CloudOff from 'lucide-react/icons/cloud-off'
import { EmptyState } from '@/components/ui/empty-state'

/** What stands on a customer page while a part of ours is away: served as HTML, so it needs no JavaScript. */
export const Unavailable = ({ title, hint }: { title: string; hint: string }) => (
  <>
    <h1 className="sr-only">{title}</h1>
    <EmptyState icon={CloudOff} title={title}>
      {hint}
    </EmptyState>
  </>
)
