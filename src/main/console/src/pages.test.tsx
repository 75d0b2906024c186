import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { poller } from './api/poller'
import { broken, integration, session, submitted } from './fixture/data'
import { Refusal } from './fixture/server'
import { show } from './fixture/show'

const EMPTY = { '/traffic': [], '/alerts': [] }
const user = userEvent.setup()

beforeEach(() => {
  // What the last test saw is forgotten before the next begins.
  poller.reset()
})

describe('the integrations', () => {
  it('tell what was refused, with the marked line of the source, above the table', async () => {
    show('/serai/integrations', { ...EMPTY, '/integrations': [integration('greet'), broken], '/integrations/orders/submitted': submitted, '/session': session() })

    const refused = await screen.findByRole('region', { name: 'Refused integrations' })
    expect(within(refused).getByText(/orders was refused; version 2 runs on/)).toBeTruthy()
    const marked = await waitFor(() => within(refused).getByRole('listitem', { current: true }))
    expect(marked.textContent).toContain('to: kafka:x?brokes=y')
    expect(within(refused).getByText('did you mean "brokers"?')).toBeTruthy()
    expect(screen.getByRole('grid', { name: 'Integrations' })).toBeTruthy()
  })

  it('have no actions for a viewer', async () => {
    show('/serai/integrations', { ...EMPTY, '/integrations': [integration('greet')], '/session': session() })

    await screen.findByText('Takes greet')
    expect(screen.queryByRole('button', { name: /Actions for/ })).toBeNull()
  })

  it('ask before they act, act with the chosen version, and give the focus back', async () => {
    const { asked } = show('/serai/integrations', {
      ...EMPTY,
      '/integrations': [integration('greet', { version: 3 })],
      '/session': session('operate'),
      '/integrations/greet/versions': [3, 2, 1].map(version => ({ version, hash: 'cafe', at: '2026-11-22T08:30:00Z', by: 'file', active: version === 3 })),
      'POST /integrations/greet/rollback': { name: 'greet', accepted: true, version: 1, activeVersion: 1, hash: 'cafe', at: '2026-11-22T08:30:00Z', findings: [] },
    })

    const actions = await screen.findByRole('button', { name: 'Actions for greet' })
    await user.click(actions)
    expect(screen.queryByRole('menuitem', { name: 'Redeploy' })).toBeNull()
    await user.click(await screen.findByRole('menuitem', { name: 'Roll back' }))
    const dialog = await screen.findByRole('dialog')
    await user.selectOptions(await within(dialog).findByLabelText('Version'), '1')
    await user.click(within(dialog).getByRole('button', { name: 'Roll back' }))

    expect(await screen.findByText(/greet was rolled back; version 1 serves/)).toBeTruthy()
    const act = asked.find(({ method }) => method === 'POST')
    expect(act?.body).toEqual({ version: 1 })
    expect(act?.headers['X-Requested-With']).toBe('XMLHttpRequest')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Actions for greet' })))
  })

  it('keep the dialog open with the reason when the act was refused', async () => {
    show('/serai/integrations', {
      ...EMPTY,
      '/integrations': [integration('greet')],
      '/session': session('operate'),
      'POST /integrations/greet/stop': new Refusal(403, 'anna may not do this', 'ask an administrator'),
    })

    await user.click(await screen.findByRole('button', { name: 'Actions for greet' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Stop' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Stop' }))

    expect(await within(screen.getByRole('dialog')).findByText(/anna may not do this/)).toBeTruthy()
  })

  it('say so when there is none', async () => {
    show('/serai', { ...EMPTY, '/integrations': [], '/session': session() })

    expect(await screen.findByText('No integrations yet')).toBeTruthy()
  })
})

describe('a page that cannot be shown', () => {
  it('says that its reader may not see it, and offers nothing that would fail', async () => {
    show('/serai/audit', { ...EMPTY, '/session': session(), '/audit?limit=50': new Refusal(403, 'anna needs the permission audit') })

    expect(await screen.findByText('You may not see this')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Verify the chain' })).toBeNull()
  })

  it('tells why, and tries again when asked to', async () => {
    const answers: Record<string, unknown> = { ...EMPTY, '/session': session(), '/connections': new Refusal(500, 'the store is gone') }
    show('/serai/connections', answers)

    expect(await screen.findByText(/the store is gone/)).toBeTruthy()
    answers['/connections'] = []
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('No connections yet')).toBeTruthy()
  })
})

describe('the anomalies', () => {
  const anomaly = {
    ...{ id: 7, state: 'open', kind: 'route', subject: 'orders/store', integration: 'orders', measure: 'latency-p95', unit: 'ms', rhythm: 'none' },
    ...{ expectedLow: 0, expectedHigh: 40, seen: 200, worst: 812, score: 0.7, since: '2026-11-22T08:31:00Z', until: null, ended: '', message: '' },
    ...{ causes: [{ kind: 'connection', text: 'connection bank is slow', advice: 'look at it' }], acknowledgedBy: null, acknowledgedAt: null, note: null },
  }
  const chart = {
    bucketSeconds: 60,
    points: [20, 22, 812].map((value, i) => ({ at: `2026-11-22T08:3${i}:00Z`, value, low: 0, high: 40, score: 0.1 })),
  }

  it('are told with cause and chart, and can be acknowledged by who may operate', async () => {
    const { asked } = show('/serai/anomalies', {
      ...EMPTY,
      '/session': session('operate'),
      '/anomalies': [anomaly],
      '/anomaly-series': [{ state: 'learning' }],
      '/anomalies/7/chart': chart,
      'POST /anomalies/7/ack': anomaly,
    })

    const one = await screen.findByRole('region', { name: 'Anomaly 7' })
    expect(within(one).getByRole('heading').textContent).toBe('orders/store: latency-p95 is 812 ms; expected 0 ms to 40 ms')
    expect(await within(one).findByRole('img', { name: /expected 0 ms to 40 ms, seen 812 ms/ })).toBeTruthy()
    expect(within(one).getByText('connection bank is slow')).toBeTruthy()
    await user.type(await within(one).findByRole('textbox'), 'they know')
    await user.click(within(one).getByRole('button', { name: 'Acknowledge' }))
    await waitFor(() => expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ note: 'they know' }))
  })

  it('say so when there is none', async () => {
    show('/serai/anomalies', { ...EMPTY, '/session': session(), '/anomalies': [], '/anomaly-series': [] })

    expect(await screen.findByText('Nothing is unusual')).toBeTruthy()
  })
})

describe('the topology', () => {
  const node = (id: string, kind: string, label: string) => ({ id, kind, label, state: 'LIVE', version: null, health: 'UP', url: null })
  const topology = {
    nodes: [node('integration:orders', 'integration', 'orders'), node('connection:db', 'connection', 'db')],
    edges: [{ from: 'integration:orders', to: 'connection:db', via: 'db:insert', total: 10, failed: 2, perSecond: 1, failedPerSecond: 0.5 }],
  }

  it('is walked with the keyboard and opens the page of a node', async () => {
    show('/serai/topology', { ...EMPTY, '/session': session(), '/topology': topology, '/integrations/orders': integration('orders') })

    const orders = await screen.findByRole('button', { name: /integration orders, live, up; 0 in, 1 out/ })
    orders.focus()
    await user.keyboard(' ')
    expect(orders.getAttribute('aria-pressed')).toBe('true')
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('heading', { name: 'orders@2' })).toBeTruthy()
  })

  it('stands in a table too', async () => {
    show('/serai/topology', { ...EMPTY, '/session': session(), '/topology': topology })

    await user.click(await screen.findByRole('button', { name: 'Table' }))
    expect(within(screen.getByRole('grid', { name: 'Topology' })).getByText(/failing 0.5\/s/)).toBeTruthy()
  })
})
