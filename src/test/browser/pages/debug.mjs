// Trace and debug: messages are traced once somebody asks, and a breakpoint stops a message, shows it, steps and lets it go.
import assert from 'node:assert/strict'
import { node, seen, tab } from '../lib/hawtio.mjs'
import { order } from '../lib/orders.mjs'

const DEBUGGER = 'org.apache.camel:context=orders@1,type=tracer,name=BacklogDebugger'

const waitingAt = visit => visit.execute(DEBUGGER, 'suspendedBreakpointNodeIds').then(String)

/** Waits until the message waits at another step. */
async function stepped(visit, before) {
  for (let looks = 0; looks < 50; looks++) {
    const now = await waitingAt(visit)
    if (now && now !== before) {
      return
    }
    await visit.page.waitForTimeout(200)
  }
  assert.fail(`the message still waits at ${before}`)
}

/** Lets messages flow, as they do where somebody traces, until one is shown. */
async function traced(visit) {
  const awaiting = visit.page.getByText('Awaiting tracing messages')
  for (let sent = 0; sent < 10 && (sent === 0 || (await awaiting.isVisible())); sent++) {
    await order(visit, 'T')
    await awaiting.waitFor({ state: 'detached', timeout: 2000 }).catch(() => 'the next message')
  }
}

async function traceAndDebug(visit) {
  const { page } = visit
  await visit.open('camel')
  await node(page, 'orders-post').click()

  await tab(page, 'Trace')
  await page.getByRole('button', { name: 'Start tracing' }).click()
  await page.getByRole('button', { name: 'Stop tracing' }).waitFor()
  await traced(visit)
  await page.locator('main').getByRole('grid').getByText('orders-post').first().waitFor()
  await visit.shot('trace')
  await page.getByRole('button', { name: 'Stop tracing' }).click()

  await tab(page, 'Debug')
  await page.getByRole('button', { name: 'Start debugging' }).click()
  await page.getByText('Remove Headers').first().click()
  await page.getByRole('button', { name: 'Add breakpoint', exact: true }).click()
  await page.getByRole('button', { name: 'Remove breakpoint', exact: true }).waitFor()

  let answered = false
  const answer = order(visit, 'D').then(response => {
    answered = true
    return response
  })
  await page.getByRole('button', { name: 'Step into', disabled: false }).waitFor()
  await visit.shot('stopped')
  assert.equal(answered, false, 'the message waits at the breakpoint')

  const before = await waitingAt(visit)
  await page.getByRole('button', { name: 'Step into' }).click()
  await stepped(visit, before)
  await visit.shot('stepped')
  assert.equal(answered, false, 'after one step the message waits again')

  await page.getByRole('button', { name: 'Resume' }).click()
  assert.equal((await answer).status, 201)
  await page.getByRole('button', { name: 'Stop debugging' }).click()
  await page.getByRole('button', { name: 'Start debugging' }).waitFor()
}

export default async function (visit) {
  try {
    await traceAndDebug(visit)
  } finally {
    await visit.execute(DEBUGGER, 'disableDebugger')
  }
}
