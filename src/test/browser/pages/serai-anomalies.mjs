// What is unusual is told with its cause, the expected band and what lies outside; it can be acknowledged.
const NAME = 'creeping'
const ROUTE = millis => `- route:
    id: ${NAME}
    from:
      uri: platform-http:/${NAME}
      steps:
        - delay: {constant: "${millis}"}
        - setBody: {constant: done}
`

const PAUSE_MILLIS = 25
const learned = all => all.some(({ subject, measure, readings }) => subject === `${NAME}/${NAME}` && measure === 'latency-p50' && readings > 40)

/** What takes many buckets is waited for longer than what a page takes. */
async function patiently(visit, path, fits, times = 6) {
  return visit.until(path, fits).catch(error => (times > 1 ? patiently(visit, path, fits, times - 1) : Promise.reject(error)))
}

export default async function (visit) {
  const { page } = visit
  const deploy = millis => visit.api('PUT', `/integrations/${NAME}`, { source: `${NAME}.camel.yaml`, files: { [`${NAME}.camel.yaml`]: ROUTE(millis) } })
  await visit.open('serai/anomalies')
  await page.getByRole('heading', { name: 'Anomalies', exact: true }).waitFor()
  await deploy(2)
  const customers = setInterval(() => void visit.send(`/${NAME}`).catch(() => undefined), PAUSE_MILLIS)
  try {
    await patiently(visit, '/anomaly-series', learned)
    await deploy(300)
    const [anomaly] = await patiently(visit, `/anomalies?name=${NAME}`, all => all.some(({ measure }) => measure.startsWith('latency')))
    const one = page.getByRole('region', { name: `Anomaly ${anomaly.id}` })
    await one.getByRole('img', { name: /expected/ }).waitFor()
    await visit.shot()
    await one.getByRole('textbox').fill('the scale was changed')
    await one.getByRole('button', { name: 'Acknowledge' }).click()
    await one.getByText('the scale was changed').waitFor()
  } finally {
    clearInterval(customers)
    await visit.api('DELETE', `/integrations/${NAME}`)
  }
}
