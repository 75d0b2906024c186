// Hawtio's Camel page: an integration is found by its name, its route is drawn with counters that move, and its source is shown.
import assert from 'node:assert/strict'
import { node, search, seen, tab } from '../lib/hawtio.mjs'
import { order } from '../lib/orders.mjs'

export default async function (visit) {
  const { page } = visit
  await visit.open('camel')
  await search(page, 'shipping-note')
  await node(page, 'shipping-note').waitFor()
  assert.equal(await node(page, 'orders-post').count(), 0, 'the search leaves out what does not fit')
  await search(page, '')

  await node(page, 'orders@1').click()
  await seen(page, 'CamelVersion')
  await visit.shot('attributes')

  await node(page, 'orders-post').click()
  await tab(page, 'Route Diagram')
  await seen(page, 'Remove Headers')
  assert.equal((await order(visit, 'B')).status, 201)
  await page.locator('.camel-node-content .number').getByText(/^[1-9]\d*$/).first().waitFor()
  await visit.shot('diagram')

  await tab(page, 'Properties')
  await seen(page, 'Defined')
  await visit.shot('properties')

  await tab(page, 'Source')
  await seen(page, 'platform-http')
  await visit.shot('source')

  await tab(page, 'Profile')
  await seen(page, /^choice\d+$/)
  await visit.shot('profile')
}
