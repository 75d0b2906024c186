import assert from 'node:assert/strict'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { settings } from './settings.mjs'

const WIDE = { width: 1280, height: 800 }
const NARROW = { width: 390, height: 844 }

/** In the page: waits until what moves stands still; a spinner never does. */
const settled = () =>
  Promise.all(
    document
      .getAnimations()
      .filter(one => one.effect.getComputedTiming().endTime < 5000)
      .map(one => one.finished.catch(() => 'it was called off')),
  ).then(() => undefined)

/** What a page script works with: the tab, logged in, and what every script needs. */
export class Visit {
  /** @param seat opens another browser, so to speak: one with no cookies */
  constructor(name, page, seat) {
    this.name = name
    this.page = page
    this.seat = seat
    this.others = []
    this.errors = []
    page.on('pageerror', error => this.errors.push(error.message))
    page.on('console', line => line.text().includes('Content Security Policy') && this.errors.push(line.text()))
  }

  /** Opens a page of the console by its path below /hawtio, such as "camel/contexts". */
  async open(path = '') {
    await this.page.goto(`${settings.serai}/hawtio/${path}`)
  }

  /** Logs in with the form, as a person does, unless this browser is logged in already. */
  async signIn({ name, password }) {
    await this.open()
    const form = this.page.getByRole('button', { name: 'Log in', exact: true })
    const inside = this.page.getByRole('button', { name: `user ${name}`, exact: true })
    await form.or(inside).waitFor()
    if (await form.isVisible()) {
      await this.fillIn(name, password)
      await inside.waitFor()
    }
  }

  async fillIn(name, password) {
    await this.page.getByRole('textbox', { name: 'Username' }).fill(name)
    await this.page.locator('input[type=password]').fill(password)
    await this.page.getByRole('button', { name: 'Log in', exact: true }).click()
  }

  /** Somebody else, at another browser, not logged in. */
  async stranger() {
    const context = await this.seat()
    this.others.push(context)
    return new Visit(this.name, await context.newPage(), this.seat)
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

  /** Asks the API until it answers what is waited for. */
  async until(path, fits) {
    let seen
    for (const end = Date.now() + settings.patience; Date.now() < end; await this.page.waitForTimeout(100)) {
      seen = await this.api('GET', path).catch(error => error.message)
      if (fits(seen)) {
        return seen
      }
    }
    throw new Error(`${path} never answered what was waited for, but ${JSON.stringify(seen)}`)
  }

  /** Saves a file in the watched folder. */
  save(file, text) {
    return writeFile(join(settings.home, 'routes', file), text)
  }

  /** Deletes a file in the watched folder, and waits until its integration is gone. */
  async remove(file, integration) {
    await rm(join(settings.home, 'routes', file), { force: true })
    await this.until('/integrations', all => Array.isArray(all) && !all.some(({ name }) => name === integration))
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

  /** What the page itself gets when it calls, with the cookie of whoever is logged in: status and text. */
  call(method, path, body) {
    return this.page.evaluate(
      async ([method, url, body]) => {
        const answer = await fetch(url, { method, body: body && JSON.stringify(body), headers: { 'Content-Type': 'application/json' } })
        return { status: answer.status, text: await answer.text() }
      },
      [method, `${settings.serai}${path}`, body],
    )
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
    await this.menuFollows(WIDE)
  }

  async take(path, size, colorScheme) {
    await this.page.setViewportSize(size)
    await this.page.emulateMedia({ colorScheme })
    await this.menuFollows(size)
    await this.page.waitForTimeout(200)
    await this.page.evaluate(settled)
    await this.page.screenshot({ path })
  }

  /** The menu closes by itself on a phone, where it would cover the page, and opens again where there is room. */
  async menuFollows(size) {
    const menu = this.page.locator('#vertical-nav-toggle')
    if ((await menu.count()) > 0) {
      await this.page.locator(`#vertical-nav-toggle[aria-expanded=${size === WIDE}]`).waitFor({ state: 'attached' })
    }
  }

  /** Keeps what the page showed when its script failed. */
  async keepFailure() {
    const pages = [this.page, ...this.others.flatMap(other => other.pages())]
    await Promise.all(pages.map((page, i) => page.screenshot({ path: join(settings.screenshots, `FAILED-${this.name}-${i}.png`) })))
  }

  /** A page that works logs no uncaught error. */
  expectNoErrors() {
    assert.deepEqual(this.errors, [], 'uncaught errors on the page')
  }

  async close() {
    await Promise.all(this.others.map(other => other.close()))
    await this.page.close()
  }
}
