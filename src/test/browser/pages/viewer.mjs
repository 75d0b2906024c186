// Somebody who may only look finds nothing to press, and is refused when he calls all the same.
import assert from 'node:assert/strict'
import { node, seen, tab } from '../lib/hawtio.mjs'

const VIEWER = { name: 'vera', password: 'a long enough password' }
const ROUTE = 'org.apache.camel:context=orders@1,type=routes,name="orders-post"'
const CHANGES = ['Stop', 'Start', 'Roll back', 'Redeploy', 'Remove']

export default async function (visit) {
  await visit.api('POST', '/users', { ...VIEWER, roles: ['viewer'] })
  try {
    const vera = await visit.stranger()
    const { page } = vera
    await vera.signIn(VIEWER)

    await vera.open('serai/integrations')
    await page.getByRole('link', { name: 'orders', exact: true }).waitFor()
    assert.equal(await page.getByRole('button', { name: /^Actions for/ }).count(), 0)
    await vera.shot('integrations')
    await page.getByRole('link', { name: 'orders', exact: true }).click()
    await page.getByRole('heading', { name: /^orders@/ }).waitFor()
    for (const change of CHANGES) {
      assert.equal(await page.getByRole('button', { name: change, exact: true }).count(), 0, change)
    }
    await vera.open('serai/connections')
    await page.getByRole('grid', { name: 'Connections' }).waitFor()
    assert.equal(await page.getByRole('button', { name: /^Test / }).count(), 0)

    await vera.open('camel')
    await node(page, 'orders-post').click()
    await tab(page, 'Operations')
    await seen(page, 'stop()')
    await vera.shot('operations')

    const { state } = await visit.api('GET', '/integrations/orders')
    assert.equal((await vera.call('POST', '/api/v1/integrations/orders/stop')).status, 403)
    assert.equal((await vera.call('GET', '/api/v1/audit')).status, 403)
    const refused = JSON.parse((await vera.call('POST', '/hawtio/jolokia', { type: 'exec', mbean: ROUTE, operation: 'stop()' })).text)
    assert.equal(refused.status, 403, JSON.stringify(refused))
    assert.equal((await visit.api('GET', '/integrations/orders')).state, state, 'nothing changed')
  } finally {
    await visit.api('DELETE', `/users/${VIEWER.name}`)
  }
}
