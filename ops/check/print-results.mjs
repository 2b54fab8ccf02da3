/**
 * Prints each rule with its violations; sets exit code 1 when there is one.
 * @param {readonly import('./rules.mjs').RuleResult[]} results
 */
export const printResults = (results) => {
  for (const { name, violations } of results) {
    console.log(`${violations.length === 0 ? '✓' : '✗'} ${name}`)
    for (const violation of violations) console.log(`    ${violation}`)
  }
  process.exitCode = results.some(({ violations }) => violations.length > 0) ? 1 : 0
}
