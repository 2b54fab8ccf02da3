/**
 * Signs in through the form and waits for the page `next`.
 * @param {import('@playwright/test').Page} page
 * @param {{ email: string, password: string }} account
 * @param {string} next path of a page of the console
 */
export const signIn = async (page, { email, password }, next) => {
  await page.goto(`/sign-in?next=${next}`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(({ pathname }) => pathname === next)
}
