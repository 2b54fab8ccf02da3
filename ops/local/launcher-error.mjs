/** An expected failure of the launcher: printed as one sentence without a stack trace; exit code 1. */
export class LauncherError extends Error {
  /** @param {string} sentence */
  constructor(sentence) {
    super(sentence)
    this.name = 'LauncherError'
  }
}

/** Thrown when a start is interrupted; it is not printed. */
export class InterruptedError extends LauncherError {
  constructor() {
    super('Stopped before everything was up.')
  }
}
