// A page of another origin, opened in the browser in which an administrator is logged in, changes nothing: not by forms, not by fetch, not by
// links or pictures, whether it comes from another site or from another port of the same one.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { settings } from '../lib/settings.mjs'

const ROUTE = 'org.apache.camel:context=orders@1,type=routes,name="orders-post"'
const STOP = `${settings.serai}/api/v1/integrations/orders/stop`
const JOLOKIA = `${settings.serai}/hawtio/jolokia`
const EXEC = JSON.stringify({ type: 'exec', mbean: ROUTE, operation: 'stop()' })
const EXEC_LINK = `${JOLOKIA}/exec/${encodeURIComponent(ROUTE)}/stop()`

// A form that sends a text cannot send JSON but something very like it: the "=" stands in a member that nobody reads.
const FORMS = `<!doctype html><title>Win a prize</title>
<form id="api" method="post" action="${STOP}"><input name="a" value="b"></form>
<form id="jolokia" method="post" enctype="text/plain" action="${JOLOKIA}"></form>
<a id="link" href='${EXEC_LINK}'>prize</a>
<script>
  const field = document.createElement('input')
  field.name = ${JSON.stringify(EXEC.slice(0, -1) + ',"x":"')}
  field.value = '"}'
  document.getElementById('jolokia').append(field)
</script>`

/** What a page can try without being left: everything but reading the answer. */
async function tryAll([stop, jolokia, exec, link]) {
  const json = { 'Content-Type': 'application/json' }
  const tries = [
    [stop, { method: 'POST', mode: 'no-cors' }],
    [stop, { method: 'POST', headers: json, body: '{}' }],
    [jolokia, { method: 'POST', mode: 'no-cors', body: exec }],
    [jolokia, { method: 'POST', headers: json, body: exec }],
    [link, { mode: 'no-cors' }],
  ]
  const read = []
  for (const [url, options] of tries) {
    await fetch(url, { ...options, credentials: 'include' })
      .then(answer => answer.type !== 'opaque' && read.push(`${options.method} ${url} could be read: ${answer.status}`))
      .catch(() => 'the browser refused')
  }
  await new Promise(done => {
    const picture = new Image()
    picture.onload = picture.onerror = done
    picture.src = link
  })
  return read
}

export default async function (visit) {
  const { page } = visit
  const server = createServer((request, answer) => answer.setHeader('Content-Type', 'text/html').end(FORMS))
  await new Promise(done => server.listen(0, done))
  const unchanged = async how => {
    assert.equal((await visit.api('GET', '/integrations/orders')).state, 'LIVE', how)
    const answer = await fetch(JOLOKIA, {
      method: 'POST',
      headers: { Authorization: `Bearer ${settings.token}` },
      body: JSON.stringify({ type: 'read', mbean: ROUTE, attribute: 'State' }),
    })
    assert.equal((await answer.json()).value, 'Started', how)
  }
  try {
    assert.equal((await visit.call('GET', '/api/v1/session')).status, 200, 'the administrator is logged in')
    for (const host of ['127.0.0.1', 'localhost']) {
      const evil = `http://${host}:${server.address().port}/`
      await page.goto(evil)
      assert.deepEqual(await page.evaluate(tryAll, [STOP, JOLOKIA, EXEC, EXEC_LINK]), [])
      await unchanged(`fetch from ${evil}`)
      for (const form of ['api', 'jolokia']) {
        await page.goto(evil)
        await Promise.all([page.waitForURL(`${settings.serai}/**`), page.evaluate(id => document.getElementById(id).submit(), form)])
        assert.match(await page.locator('body').innerText(), /40[13]|origin|not known/, `form ${form} from ${evil}`)
        await unchanged(`form ${form} from ${evil}`)
      }
      await page.goto(evil)
      await page.locator('#link').click()
      await page.waitForURL(`${settings.serai}/**`)
      await unchanged(`link from ${evil}`)
    }
    // The defence is on record, and the person is still logged in.
    const { records } = await visit.api('GET', '/audit?outcome=DENIED&limit=50')
    assert.ok(records.some(({ action }) => action.includes('/api/v1/integrations/orders/stop')), JSON.stringify(records))
    await visit.open('serai/integrations')
    await page.getByRole('link', { name: 'orders', exact: true }).waitFor()
  } finally {
    server.close()
  }
}
