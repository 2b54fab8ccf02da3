import { LinkButton } from '@/components/ui/link-button'
import { MessagePage } from '@/components/ui/message-page'
import * as paths from '@/temporal/contract/paths'

/** Inside the frame of the console, which has the `main`; also for pages that the viewer may not see. */
const NotFound = () => (
  <div className="min-h-0 flex-1 overflow-y-auto">
    <MessagePage
      as="div"
      title="There is nothing here"
      action={
        <LinkButton href={paths.inbox()} variant="primary">
          Go to the inbox
        </LinkButton>
      }
    >
      <p>The link may be incomplete, or lead to what your role does not see.</p>
    </MessagePage>
  </div>
)

export default NotFound
