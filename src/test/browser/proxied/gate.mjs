// Under a path of a proxy: login, pages, API and Jolokia stay below it, and so does the logout.
import assert from 'node:assert/strict'
import { go, node, seen } from '../lib/hawtio.mjs'
import { settings } from '../lib/settings.mjs'

export default async function (visit) {
  const { page } = visit
  const outside = []
  page.on('request', request => request.url().startsWith(`${settings.serai}/`) || request.url().startsWith('data:') || request.url().startsWith('blob:') || outside.push(request.url()))

  await visit.open('serai/integrations')
  await page.getByRole('link', { name: 'orders', exact: true }).click()
  await page.getByRole('heading', { name: /^orders@/ }).waitFor()
  await page.getByRole('button', { name: 'Stop', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).click()
  await page.getByText('orders was stopped; no version serves.').waitFor()
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Start' }).click()
  await page.getByText(/orders was started; version \d+ serves/).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: /^orders@/ }).waitFor()

  await go(page, 'Camel')
  await node(page, 'orders@1').click()
  await seen(page, 'CamelVersion')

  await page.getByRole('button', { name: 'user admin', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Log out' }).click()
  await page.getByRole('heading', { name: 'Log in to Serai' }).waitFor()
  assert.equal(page.url(), `${settings.serai}/hawtio/login`)
  assert.deepEqual(outside, [], 'requests that left the path')
}
