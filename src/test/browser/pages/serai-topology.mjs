// The graph is drawn, walked with the keyboard, and stands in a table too.
import assert from 'node:assert/strict'

export default async function (visit) {
  const { page } = visit
  await visit.open('serai/topology')
  const orders = page.getByRole('button', { name: /^integration orders / })
  await orders.waitFor()
  await visit.shot()

  await orders.focus()
  await page.keyboard.press('Space')
  assert.equal(await orders.getAttribute('aria-pressed'), 'true')
  await page.getByRole('button', { name: 'Table' }).click()
  await page.getByRole('grid', { name: 'Topology' }).waitFor()
  await visit.shot('table')

  await page.getByRole('button', { name: 'Graph' }).click()
  await orders.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /^orders/, level: 1 }).waitFor()
}
