/** An expected end of the launcher: one clear sentence for a person, without a stack trace, exit code 1. */
export class LauncherError extends Error {
  /** @param {string} sentence */
  constructor(sentence) {
    super(sentence)
    this.name = 'LauncherError'
  }
}

/** Thrown by a start that was asked to stop half-way; nobody needs to read about it. */
export class InterruptedError extends LauncherError {
  constructor() {
    super('Stopped before everything was up.')
  }
}
