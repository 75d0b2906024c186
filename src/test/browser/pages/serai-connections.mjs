// Every connection is listed with its health, and answers a test.
export default async function (visit) {
  const { page } = visit
  const [first] = await visit.api('GET', '/connections')
  await visit.open('serai/connections')
  await page.getByRole('grid', { name: 'Connections' }).getByText(first.name, { exact: true }).waitFor()
  await visit.shot()
  await page.getByRole('button', { name: `Test ${first.name} now` }).click()
  await page.getByText(new RegExp(`${first.name} (answer|does not answer)`)).first().waitFor()
}
