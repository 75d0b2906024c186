// Every connection is listed with its health, and answers a test; a new one is made with the form of its connector.
export default async function (visit) {
  const { page } = visit
  const [first] = await visit.api('GET', '/connections')
  await visit.open('serai/connections')
  await page.getByRole('grid', { name: 'Connections' }).getByText(first.name, { exact: true }).waitFor()
  await visit.shot()
  await page.getByRole('button', { name: `Test ${first.name} now` }).click()
  await page.getByText(new RegExp(`${first.name} (answer|does not answer)`)).first().waitFor()

  await page.getByRole('button', { name: 'New connection' }).click()
  await page.getByLabel('Name', { exact: false }).first().fill('made-here')
  await page.getByLabel('Connector').selectOption('h2')
  await page.getByLabel('pool-size').fill('3')
  await page.getByText('pool-size: 3').waitFor()
  await page.getByRole('button', { name: 'Test now', exact: true }).click()
  await page.getByText('made-here answers').first().waitFor()
  await visit.shot('new')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('grid', { name: 'Connections' }).getByText('made-here', { exact: true }).waitFor()
}
