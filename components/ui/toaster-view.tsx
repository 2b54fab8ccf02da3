'use client'

import { Toast } from '@base-ui/react/toast'
import X from 'lucide-react/icons/x'
import { useEffect } from 'react'
import { buttonClass, iconButtonClass } from './button-style'
import { cx } from './cx'
import { receiveToasts, type ToastMessage } from './toast-queue'
import { TONE, type Tone } from './tone'

const SHOWN_MS = 5_000
const manager = Toast.createToastManager<{ tone?: Tone }>()

const show = ({ title, description, tone, action, timeoutMs }: ToastMessage): void => {
  const id = manager.add({
    title,
    description,
    // Errors stay until they are closed.
    timeout: timeoutMs ?? (tone === 'bad' ? 0 : SHOWN_MS),
    priority: tone === 'bad' ? 'high' : 'low',
    data: { tone },
    ...(action && {
      actionProps: {
        children: action.label,
        onClick: () => {
          action.onPress()
          manager.close(id)
        },
      },
    }),
  })
}

const ToastIcon = ({ tone }: { tone: Tone }) => {
  const { icon: Icon, text } = TONE[tone]
  return <Icon aria-hidden className={cx('mt-0.5 size-4 shrink-0', text)} />
}

const ToastList = () => {
  const { toasts } = Toast.useToastManager<{ tone?: Tone }>()
  return toasts.map((item) => (
    <Toast.Root
      key={item.id}
      toast={item}
      className="w-full rounded-lg bg-raised p-3 text-ink shadow-raised transition-[opacity,translate] data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-start gap-2.5">
        {item.data?.tone && <ToastIcon tone={item.data.tone} />}
        <div className="min-w-0 flex-1">
          <Toast.Title className="font-medium" />
          <Toast.Description className="text-muted" />
        </div>
        {item.actionProps && <Toast.Action className={buttonClass('neutral', 'sm')} />}
        <Toast.Close aria-label="Dismiss" className={cx(iconButtonClass('ghost', 'sm'), '-my-1 -mr-1')}>
          <X aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}

/** The lazily loaded part of `Toaster`. */
const ToasterView = () => {
  useEffect(() => receiveToasts(show), [])
  return (
    <Toast.Provider toastManager={manager} timeout={SHOWN_MS}>
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 z-50 flex w-90 max-w-[calc(100vw-2rem)] flex-col gap-2 print:hidden">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

export default ToasterView
