import { runCommand } from '../local/process/run-command.mjs'

/** Streams do not end, so the fuzzer would wait for them. */
const LEFT_OUT = 'events'

/**
 * Runs the fuzzer once.
 * @param {string} program
 * @param {{ url: string, token: string | null, factsFile: string, examples: number, seed: number, cwd: string, signal: AbortSignal }} options
 * @returns {Promise<{ isClean: boolean, output: string }>}
 */
export const fuzzRole = async (program, { url, token, factsFile, examples, seed, cwd, signal }) => {
  const args = [
    ...['run', `${url}/api/v1/openapi.json`, '--url', url, '--no-color'],
    ...['--exclude-operation-id', LEFT_OUT],
    ...['--max-examples', String(examples), '--seed', String(seed)],
    ...['--continue-on-failure', '--suppress-health-check', 'all', '--warnings', 'off'],
    // Waits where the product says that there were too many requests.
    ...['--rate-limit', 'auto'],
    ...['--generation-database', 'none', '--request-timeout', '30'],
    ...(token ? ['--header', `Authorization: Bearer ${token}`] : []),
  ]
  const hooks = new URL('hooks.py', import.meta.url).pathname
  const env = {
    ...process.env,
    SCHEMATHESIS_HOOKS: hooks,
    FUZZ_FACTS: factsFile,
    PYTHONDONTWRITEBYTECODE: '1',
  }
  const { code, output } = await runCommand(program, args, { cwd, env, signal })
  return { isClean: code === 0, output }
}
