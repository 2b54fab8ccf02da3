import { InterruptedError } from '../launcher-error.mjs'

/** @type {Record<string, string>} */
const MARKS = { failed: '✗', stopped: '–' }
const TICK_MS = 1_000
const NAME_WIDTH = 16
const TEXT_WIDTH = 58

/** @param {number} ms */
const seconds = (ms) => `${(ms / 1_000).toFixed(1)} s`

/**
 * Prints the progress of a start: a line for each finished step with its time and, on a terminal, one line that
 * shows the running steps.
 */
export class Screen {
  /** @type {Map<string, number>} */
  #running = new Map()
  /** @type {NodeJS.Timeout | null} */
  #ticker = null
  #isDrawn = false

  /** @param {NodeJS.WriteStream} out */
  constructor(out = process.stdout) {
    this.out = out
  }

  /**
   * Runs a step and prints its line.
   * @template T
   * @param {string} name
   * @param {(note: (text: string) => void) => Promise<T>} work `note` sets the text of the line
   * @returns {Promise<T>}
   */
  async step(name, work) {
    const startedAt = Date.now()
    let text = ''
    this.#begin(name, startedAt)
    try {
      return await work((noted) => {
        text = noted
      })
    } catch (error) {
      text = error instanceof InterruptedError ? 'stopped' : 'failed'
      throw error
    } finally {
      this.#end(name)
      this.result(MARKS[text] ?? '✓', name, text, Date.now() - startedAt)
    }
  }

  /** Prints the line of a finished step. @param {string} mark @param {string} name @param {string} text @param {number} ms */
  result(mark, name, text, ms) {
    this.line(`  ${mark} ${name.padEnd(NAME_WIDTH)} ${text.padEnd(TEXT_WIDTH)} ${seconds(ms).padStart(8)}`)
  }

  /** @param {string} text */
  line(text = '') {
    this.#wipe()
    this.out.write(`${text}\n`)
    this.#draw()
  }

  /** @param {string} name @param {number} startedAt */
  #begin(name, startedAt) {
    this.#running.set(name, startedAt)
    if (!this.out.isTTY || this.#ticker) return
    this.#ticker = setInterval(() => {
      this.#wipe()
      this.#draw()
    }, TICK_MS)
  }

  /** @param {string} name */
  #end(name) {
    this.#running.delete(name)
    if (this.#running.size > 0 || !this.#ticker) return
    clearInterval(this.#ticker)
    this.#ticker = null
    this.#wipe()
  }

  #wipe() {
    if (this.#isDrawn) this.out.write('\r\x1b[2K')
    this.#isDrawn = false
  }

  #draw() {
    if (!this.out.isTTY || this.#running.size === 0) return
    const parts = [...this.#running].map(([name, at]) => `${name} ${Math.round((Date.now() - at) / 1_000)} s`)
    this.#isDrawn = true
    this.out.write(`  … ${parts.join(' · ')}`.slice(0, (this.out.columns ?? 80) - 1))
  }
}
