/** One server-sent event stream: what waits to be sent, and a client that reads too slowly. */

export interface EventStream {
  readonly response: Response
  readonly openedAt: number
  /** Sends an event at once; false where the client does not keep up. */
  send(event: string, data: object, id?: string): boolean
  /** Whether the client has room for more. */
  readonly hasRoom: boolean
  /** Since when the client has had no room, in milliseconds since 1970, or null. */
  readonly fullSince: number | null
  close(): void
}

/** Chunks that may wait in the stream; further events wait with the sender, where they are merged. */
const WAITING_CHUNKS = 16
const RETRY_MS = 1_000

/** No proxy or browser keeps, changes or holds back a part of a stream. */
const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
}

const ENCODER = new TextEncoder()

const formatEvent = (event: string, data: object, id: string | undefined): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

/**
 * @param onRoom called when a client that was slow has room again
 * @param onClose called once, whoever closed
 */
export const openEventStream = (onRoom: () => void, onClose: () => void): EventStream => {
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null
  let fullSince: number | null = null
  const forget = (): void => {
    if (controller === null) return
    controller = null
    onClose()
  }
  const body = new ReadableStream<Uint8Array>(
    {
      start: (made) => {
        controller = made
        made.enqueue(ENCODER.encode(`retry: ${RETRY_MS}\n\n`))
      },
      pull: () => {
        fullSince = null
        onRoom()
      },
      cancel: forget,
    },
    new CountQueuingStrategy({ highWaterMark: WAITING_CHUNKS }),
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
      forget()
      open?.close()
    },
  }
}
