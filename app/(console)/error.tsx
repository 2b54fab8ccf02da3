'use client'

import { Button } from '@/components/ui/button'
import { PageFrame } from '@/components/ui/page-frame'
import { useRedraw } from '@/components/ui/use-redraw'

/**
 * Error page inside the frame of the console. Every page of the console loads it, so it has no other
 * components.
 */
const ConsoleError = ({ error, retry }: { error: unknown; retry: () => void }) =>
  useRedraw(error, retry) ? null : (
    <PageFrame title="This page cannot be shown right now">
      <div role="alert" className="max-w-prose">
        <p className="font-medium text-bad">It could not be read</p>
        <p className="mt-1">
          Nothing was changed. Where a part is down, a note on this page says which and what goes on
          meanwhile.
        </p>
      </div>
      <p>
        <Button onClick={retry}>Try again</Button>
      </p>
    </PageFrame>
  )

export default ConsoleError
