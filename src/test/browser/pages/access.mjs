// Logging in and out, and what a session that ended looks like.
import assert from 'node:assert/strict'

const GUEST = { name: 'guest', password: 'a long enough password' }

export default async function (visit) {
  await visit.api('POST', '/users', { ...GUEST, roles: ['viewer'] })
  try {
    const guest = await visit.stranger()
    const { page } = guest
    await guest.open('serai/topology')
    await page.getByRole('heading', { name: 'Log in to Serai' }).waitFor()
    await guest.shot('login')
    assert.equal((await guest.call('GET', '/api/v1/session')).status, 401)

    await guest.fillIn(GUEST.name, 'a wrong password')
    await page.getByText('Invalid login credentials').waitFor()
    await guest.fillIn(GUEST.name, GUEST.password)
    const menu = page.getByRole('button', { name: `user ${GUEST.name}`, exact: true })
    await menu.waitFor()
    assert.equal(JSON.parse((await guest.call('GET', '/api/v1/session')).text).name, GUEST.name)
    assert.equal(await page.title(), 'Serai')

    await menu.click()
    await page.getByRole('menuitem', { name: 'Log out' }).click()
    await page.getByRole('heading', { name: 'Log in to Serai' }).waitFor()
    assert.equal((await guest.call('GET', '/api/v1/session')).status, 401)

    // A new password ends every login; whoever sits there sees the login page, not an empty console.
    await guest.signIn(GUEST)
    await guest.open('serai/integrations')
    await page.getByRole('heading', { name: 'Integrations', level: 1 }).waitFor()
    await visit.api('PUT', `/users/${GUEST.name}`, { password: 'another long password' })
    await page.getByText(/Log in again|Log in to Serai/).first().waitFor()
    await guest.open('serai/integrations')
    await page.getByRole('heading', { name: 'Log in to Serai' }).waitFor()
  } finally {
    await visit.api('DELETE', `/users/${GUEST.name}`)
  }
}
