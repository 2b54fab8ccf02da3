/** A server-sent event stream with back-pressure. */

export interface EventStream {
  readonly response: Response
  readonly openedAt: number
  /** Sends an event; false when the buffer of the stream is full. */
  send(event: string, data: object, id?: string): boolean
  /** Whether the buffer has room. */
  readonly hasRoom: boolean
  /** Time since when the buffer has been full, in milliseconds since 1970, or null. */
  readonly fullSince: number | null
  close(): void
}

/** Size of the buffer; further events wait in the registry, where events of one case are merged. */
const BUFFERED_CHUNKS = 16
const RETRY_MS = 1_000

/** Proxies and browsers must neither cache, transform nor buffer the stream. */
const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
}

const ENCODER = new TextEncoder()

const formatEvent = (event: string, data: object, id: string | undefined): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

/**
 * @param onRoom called when a full buffer has room again
 * @param onClose called once, whichever side closed the stream
 */
export const openEventStream = (onRoom: () => void, onClose: () => void): EventStream => {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  let fullSince: number | null = null
  const release = (): void => {
    if (controller === null) return
    controller = null
    onClose()
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start: (newController) => {
        controller = newController
        newController.enqueue(ENCODER.encode(`retry: ${RETRY_MS}\n\n`))
      },
      pull: () => {
        fullSince = null
        onRoom()
      },
      cancel: release,
    },
    new CountQueuingStrategy({ highWaterMark: BUFFERED_CHUNKS }),
  )
  const hasRoom = (): boolean => controller !== null && (controller.desiredSize ?? 0) > 0
  return {
    response: new Response(body, { headers: HEADERS }),
    openedAt: Date.now(),
    send(event, data, id) {
      if (!hasRoom()) {
        fullSince ??= Date.now()
        return false
      }
      controller?.enqueue(ENCODER.encode(formatEvent(event, data, id)))
      return true
    },
    get hasRoom() {
      return hasRoom()
    },
    get fullSince() {
      return fullSince
    },
    close() {
      const open = controller
      release()
      open?.close()
    },
  }
}
