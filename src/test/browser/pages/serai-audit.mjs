// The trail is filtered, verified and exported.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'

export default async function (visit) {
  const { page } = visit
  await visit.open('serai/audit')
  const records = page.getByRole('grid', { name: 'Audit records' })
  await records.waitFor()
  await visit.shot()

  await page.getByLabel('Outcome').selectOption('DENIED')
  await records.or(page.getByText('No record fits')).waitFor()
  await page.getByRole('button', { name: 'Clear' }).click()

  await page.getByRole('button', { name: 'Verify the chain' }).click()
  await page.getByRole('dialog').getByText('The audit trail is whole').waitFor()
  await visit.shot('verified')
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()

  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export' }).click()])
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\n')
  assert.ok(lines.every(line => JSON.parse(line).action))
}
