import { InterruptedError } from '../launcher-error.mjs'

/** @type {Record<string, string>} */
const MARKS = { failed: '✗', stopped: '–' }
const TICK_MS = 1_000
/** How often the running steps are printed where no line can be redrawn, such as in the log of a CI job. */
const LOG_TICK_MS = 15_000
const TITLE = 'Action Center'
const NAME_WIDTH = 16
const TEXT_WIDTH = 58

/** @param {number} ms */
const seconds = (ms) => `${(ms / 1_000).toFixed(1)} s`

/** @typedef {{ startedAt: number, text: string }} RunningStep `text`: what it does at the moment, or empty */

/**
 * Prints the progress of a start: a line for each finished step with its time, and the running steps with theirs: on
 * a terminal in one line that is redrawn, elsewhere every 15 s.
 */
export class Screen {
  /** @type {Map<string, RunningStep>} */
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
   * @param {(note: (text: string) => void, progress: (text: string) => void) => Promise<T>} work `note` sets the text
   *   of the finished step, `progress` that of the running one
   * @returns {Promise<T>}
   */
  async step(name, work) {
    const running = { startedAt: Date.now(), text: '' }
    let text = ''
    const note = (/** @type {string} */ noted) => {
      text = noted
    }
    const progress = (/** @type {string} */ doing) => {
      running.text = doing
    }
    this.#begin(name, running)
    try {
      return await work(note, progress)
    } catch (error) {
      text = error instanceof InterruptedError ? 'stopped' : 'failed'
      throw error
    } finally {
      this.#end(name)
      this.result(MARKS[text] ?? '✓', name, text, Date.now() - running.startedAt)
    }
  }

  /** Sets the title of the terminal's window. @param {string} state such as `is running` */
  title(state) {
    if (this.out.isTTY) this.out.write(`\x1b]0;${TITLE} ${state}\x07`)
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

  /** @param {string} name @param {RunningStep} step */
  #begin(name, step) {
    this.#running.set(name, step)
    if (this.#ticker) return
    const redraw = () => {
      this.#wipe()
      this.#draw()
    }
    this.#ticker = this.out.isTTY ? setInterval(redraw, TICK_MS) : setInterval(() => this.#log(), LOG_TICK_MS)
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
    this.#isDrawn = true
    const line = `  … ${this.#describeRunning().join(' · ')}`
    this.out.write(line.slice(0, (this.out.columns ?? 80) - 1))
  }

  #log() {
    for (const step of this.#describeRunning()) this.out.write(`  … ${step}\n`)
  }

  #describeRunning() {
    return [...this.#running].map(([name, { startedAt, text }]) => {
      const elapsed = `${Math.round((Date.now() - startedAt) / 1_000)} s`
      return text ? `${name}: ${text}, ${elapsed}` : `${name} ${elapsed}`
    })
  }
}
