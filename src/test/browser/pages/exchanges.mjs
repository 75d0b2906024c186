// A message that waits is seen on the tab of exchanges in flight.
import { node, tab } from '../lib/hawtio.mjs'

const NAME = 'waiting'
const FILE = `${NAME}.camel.yaml`
const ROUTE = `- route:
    id: ${NAME}
    from:
      uri: platform-http:/${NAME}
      steps:
        - delay:
            id: waits
            constant: 5000
`

export default async function (visit) {
  const { page } = visit
  try {
    await visit.save(FILE, ROUTE)
    const { version } = await visit.until(`/integrations/${NAME}`, ({ version }) => version > 0)
    await visit.open('camel')
    await node(page, `${NAME}@${version}`).click()
    const answered = visit.send(`/${NAME}`)
    await tab(page, 'Exchanges')
    await page.locator('main').getByText('waits', { exact: true }).first().waitFor()
    await visit.shot()
    await answered
  } finally {
    await visit.remove(FILE, NAME)
  }
}
