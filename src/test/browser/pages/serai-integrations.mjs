// Breaks a route, sees the finding with its line marked, rolls another back, and reads its history.
import assert from 'node:assert/strict'

const NAME = 'browsed'
const route = answer => `- route:
    id: ${NAME}
    from:
      uri: platform-http:/${NAME}
      steps:
        - setBody:
            constant: "${answer}"
`
const broken = route('three').replace('setBody', 'setBdy')
const FILE = `${NAME}.camel.yaml`

/** Saves the file as an editor does, and waits for the version that serves then. */
async function edited(visit, answer, before) {
  await visit.save(FILE, route(answer))
  return (await visit.until(`/integrations/${NAME}`, ({ version }) => version > before)).version
}

export default async function (visit) {
  const { page } = visit
  try {
    const one = await edited(visit, 'one', 0)
    const two = await edited(visit, 'two', one)
    await visit.open('serai/integrations')
    await page.getByRole('heading', { name: 'Integrations', level: 1 }).waitFor()
    await page.getByRole('textbox', { name: 'Filter integrations' }).fill(NAME)
    const row = page.getByRole('row', { name: new RegExp(NAME) })
    await row.waitFor()
    await visit.shot()

    // A typo: within two seconds the page tells it, without being loaded again.
    await visit.save(FILE, broken)
    const refused = page.getByRole('region', { name: 'Refused integrations' })
    await refused.getByText(`${NAME} was refused; version ${two} runs on`).waitFor()
    const finding = refused.getByRole('button', { name: /(Show|Hide) 1 finding/ }).first()
    if ((await finding.getAttribute('aria-expanded')) === 'false') {
      await finding.click()
    }
    const marked = refused.locator('.serai-marked').first()
    await marked.waitFor()
    assert.match(await marked.innerText(), /setBdy/)
    await visit.shot('refused')

    // Back to the version before, with a question before it and the focus where it was after it.
    const actions = row.getByRole('button', { name: `Actions for ${NAME}` })
    await actions.click()
    await page.getByRole('menuitem', { name: 'Roll back' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Version' }).selectOption(String(one))
    await visit.shot('question')
    await dialog.getByRole('button', { name: 'Roll back' }).click()
    await page.getByText(`${NAME} was rolled back; version ${one} serves.`).waitFor()
    assert.equal(await (await visit.send(`/${NAME}`)).text(), 'one')
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), `Actions for ${NAME}`)

    await page.getByRole('link', { name: NAME, exact: true }).click()
    await page.getByRole('heading', { name: `${NAME}@${one}` }).waitFor()
    await visit.shot('overview')
    await page.getByRole('tab', { name: 'History' }).click()
    await page.getByRole('grid', { name: 'Versions' }).waitFor()
    const differences = page.getByRole('table', { name: `Differences in ${NAME}.camel.yaml` })
    await differences.getByText('constant: "two"').waitFor()
    await visit.shot('history')

    // What a person may do is also done: stop and start.
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).click()
    await page.getByText(`${NAME} was stopped; no version serves.`).waitFor()
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Start' }).click()
    await page.getByText(`${NAME} was started; version ${one} serves.`).waitFor()
  } finally {
    await visit.remove(FILE, NAME)
  }
}
