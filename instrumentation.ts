/** Starts what a web process needs, in the node runtime only. It awaits nothing: a slow start would hold every request. */

export const register = (): void => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    import('./app/_server/start').then(({ start }) => start()).catch(console.error)
  }
}
