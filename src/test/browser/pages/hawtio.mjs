// Hawtio's other pages: MBeans, log and virtual machine.
import { go, node, seen } from '../lib/hawtio.mjs'

export default async function (visit) {
  const { page } = visit
  await visit.open('jmx')
  await node(page, 'java.lang').waitFor()
  await visit.shot('jmx')

  await go(page, 'Logs')
  await seen(page, 'orders@1 is live')
  await visit.shot('logs')

  await go(page, 'Runtime')
  await seen(page, 'java.home')
  await visit.shot('runtime')
}
