import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Reserves the height that an element had while `isTall`, so that nothing below moves when somebody else
 * decides.
 */
export const useReservedSpace = (
  container: RefObject<HTMLElement | null>,
  isTall: boolean,
  isReserved: boolean,
): void => {
  const height = useRef(0)
  useLayoutEffect(() => {
    const node = container.current
    if (!node) return
    node.style.minHeight = !isTall && isReserved && height.current > 0 ? `${height.current}px` : ''
    if (isTall) height.current = node.offsetHeight
  })
}
