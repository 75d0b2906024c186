import assert from 'node:assert/strict'
import { join } from 'node:path'
import { settings } from './settings.mjs'

const WIDE = { width: 1280, height: 800 }
const NARROW = { width: 390, height: 844 }

/** What a page script works with: the tab, logged in, and what every script needs. */
export class Visit {
  constructor(name, page) {
    this.name = name
    this.page = page
    this.errors = []
    page.on('pageerror', error => this.errors.push(error.message))
  }

  static async begin(context, name) {
    const visit = new Visit(name, await context.newPage())
    await visit.signIn()
    return visit
  }

  /** Opens a page of the console by its path below /hawtio, such as "camel/contexts". */
  async open(path = '') {
    await this.page.goto(`${settings.serai}/hawtio/${path}`)
  }

  /** Logs in as a person does; without a password it comes with the owner's token, and the console is told that somebody is logged in. */
  async signIn() {
    if (settings.password) {
      await this.open()
      await this.page.getByLabel('Username').fill(settings.user)
      await this.page.getByLabel('Password', { exact: true }).fill(settings.password)
      await this.page.getByRole('button', { name: 'Log in' }).click()
    } else {
      await this.page.setExtraHTTPHeaders({ Authorization: `Bearer ${settings.token}` })
      await this.page.route('**/hawtio/user', route => route.fulfill({ json: 'admin' }))
      await this.page.route('**/hawtio/auth/config/session-timeout*', route => route.fulfill({ json: {} }))
    }
  }

  /** A call of the management API with the owner's token; fails unless it is answered with 2xx. */
  async api(method, path, body) {
    const answer = await fetch(`${settings.serai}/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${settings.token}`, 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    assert.ok(answer.ok, `${method} ${path} answered ${answer.status}`)
    return answer.status === 204 ? null : answer.json()
  }

  /** What an operation of an MBean answers, asked beside the page. */
  async execute(mbean, operation) {
    const answer = await fetch(`${settings.serai}/hawtio/jolokia`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${settings.token}` },
      body: JSON.stringify({ type: 'exec', mbean, operation }),
    })
    return (await answer.json()).value
  }

  /** A request to an integration; does not wait for the answer unless the caller does. */
  send(path, options = {}) {
    return fetch(settings.http + path, options)
  }

  /** Takes the page three times: light and dark at 1280 pixels, and as on a phone. */
  async shot(part = '') {
    const file = look => join(settings.screenshots, `${this.name}${part ? '-' + part : ''}-${look}.png`)
    await this.take(file('light'), WIDE, 'light')
    await this.take(file('dark'), WIDE, 'dark')
    await this.take(file('narrow'), NARROW, 'light')
    await this.page.setViewportSize(WIDE)
  }

  async take(path, size, colorScheme) {
    await this.page.setViewportSize(size)
    await this.page.emulateMedia({ colorScheme })
    await this.page.waitForTimeout(300)
    await this.page.screenshot({ path })
  }

  /** Keeps what the page showed when its script failed. */
  async keepFailure() {
    await this.page.screenshot({ path: join(settings.screenshots, `FAILED-${this.name}.png`) })
  }

  /** A page that works logs no uncaught error. */
  expectNoErrors() {
    assert.deepEqual(this.errors, [], 'uncaught errors on the page')
  }

  async close() {
    await this.page.close()
  }
}
