/**
 * Prints the addresses and accounts of the running demo.
 * @param {import('../session/screen.mjs').Screen} screen
 * @param {import('./demo-file.mjs').DemoInfo & { startedInMs: number, password: string, mode: string }} info
 */
export const printDemo = (screen, info) => {
  const { url, temporalUi, accounts, sampleStatusUrl, startedInMs, password, mode } = info
  const rows = [
    ['Inbox for staff', `${url}/inbox`],
    ['Order form', `${url}/`],
    ...(sampleStatusUrl ? [['A customer’s order', sampleStatusUrl]] : []),
    ...(temporalUi ? [['Temporal’s own UI', temporalUi]] : []),
  ]
  screen.line()
  screen.title('is running')
  screen.line(`Action Center is running (${mode}, started in ${(startedInMs / 1_000).toFixed(1)} s)`)
  screen.line()
  for (const [name = '', value] of rows) screen.line(`  ${name.padEnd(20)} ${value}`)
  screen.line()
  screen.line(`  Sign in as (password ${password} for each)`)
  for (const { name, email, role, groups } of accounts.filter((account) => account.password)) {
    const about = groups.length > 0 ? `${role}, ${groups.join(' and ')}` : role
    screen.line(`    ${email.padEnd(24)} ${name.padEnd(16)} ${about}`)
  }
  screen.line()
  screen.line('  API tokens and addresses for tools are in .local/demo.json, logs in .local/logs.')
  screen.line('  Ctrl-C stops everything and keeps the data; npm run demo -- --reset starts afresh.')
  screen.line()
}
