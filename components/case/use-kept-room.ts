import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Keeps the height that a part had while it was `isTall`, so that nothing below moves when somebody else ends that. */
export const useKeptRoom = (part: RefObject<HTMLElement | null>, isTall: boolean, isKept: boolean): void => {
  const room = useRef(0)
  useLayoutEffect(() => {
    const node = part.current
    if (!node) return
    node.style.minHeight = !isTall && isKept && room.current > 0 ? `${room.current}px` : ''
    if (isTall) room.current = node.offsetHeight
  })
}
