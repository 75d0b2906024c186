// A message fails; its page tells where, with the steps before it and without what is secret.
const NAME = 'faulty'
const ROUTE = `- route:
    id: ${NAME}
    from:
      uri: platform-http:/${NAME}
      steps:
        - setHeader:
            name: kind
            constant: browsed
        - throwException:
            exceptionType: java.lang.IllegalStateException
            message: the scale is broken
`

export default async function (visit) {
  const { page } = visit
  await visit.api('PUT', `/integrations/${NAME}`, { source: `${NAME}.camel.yaml`, files: { [`${NAME}.camel.yaml`]: ROUTE } })
  try {
    await visit.send(`/${NAME}`, { method: 'POST', body: '{"id":4711}' })
    await visit.open(`serai/integrations/${NAME}/messages`)
    const failed = page.getByRole('grid', { name: 'Failed messages' })
    await failed.getByText('the scale is broken').first().waitFor()
    await visit.shot()
    await failed.getByRole('link').first().click()
    await page.getByRole('heading', { name: 'Steps' }).waitFor()
    await page.locator('.serai-step').first().waitFor()
    await visit.shot('steps')
  } finally {
    await visit.api('DELETE', `/integrations/${NAME}`)
  }
}
