/** Starts the web process, in the Node.js runtime only. It awaits nothing, since Next.js holds requests until it returns. */

export const register = (): void => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    import('./app/_server/start').then(({ start }) => start()).catch(console.error)
  }
}
