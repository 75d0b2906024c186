import { describe, expect, it } from 'vitest'
import { added } from './fixture/hawtio'
import { apiBase, path } from './api/client'
import { auditPath, NO_FILTER } from './audit/query'
import { verdictText } from './audit/AuditActions'
import { integration } from './fixture/data'
import { hunks } from './history/unified'
import { excerpt } from './integrations/SourceLines'
import { rows, select, type Selection } from './integrations/overview'
import { plugin } from './plugin'
import { points } from './shared/Sparkline'
import { ago, millis, percent, rate } from './shared/words'
import { layout, narrow } from './topology/layout'
import type { TopologyNode } from './api/types'

describe('the plugin', () => {
  it('is added to the console as its first page', () => {
    plugin()
    expect(added).toMatchObject([{ id: 'serai', path: '/serai', order: -10 }])
  })
})

describe('the API', () => {
  it.each([
    ['http://h:9876/hawtio/', 'http://h:9876/api/v1'],
    ['https://h/x/hawtio/', 'https://h/x/api/v1'],
  ])('of the console at %s stands at %s', (console, api) => expect(apiBase(console)).toBe(api))

  it('gets names that are safe in a path', () => expect(path`/integrations/${'a/b?c'}/diff?from=${1}`).toBe('/integrations/a%2Fb%3Fc/diff?from=1'))
})

describe('the integrations', () => {
  const all = rows(
    [integration('a', { state: 'STOPPED', owner: null }), integration('b', { state: 'REFUSED', http: ['GET /b/stock'] }), integration('c')],
    [],
  )
  const names = (selection: Partial<Selection>) =>
    select(all, { text: '', state: '', column: 'name', descending: false, ...selection }).map(row => row.integration.name)

  it('are found by every word, in any order', () => expect(names({ text: 'stock b@2' })).toEqual(['b']))
  it('are narrowed down by state', () => expect(names({ state: 'STOPPED' })).toEqual(['a']))
  it('stand by urgency when sorted by state', () => expect(names({ column: 'state' })).toEqual(['b', 'a', 'c']))
  it('stand last without an owner', () => expect(names({ column: 'owner' })).toEqual(['b', 'c', 'a']))
})

describe('a unified diff', () => {
  const diff = ['--- a/x', '+++ b/x', '@@ -1,4 +1,4 @@', ' one', '-two', '-three', '+2', ' four', '\\ No newline at end of file', '@@ -9,0 +9,1 @@', '+ten', ''].join('\n')

  it('stands side by side, removed lines beside the added that follow', () => {
    expect(hunks(diff)).toEqual([
      [
        { left: { number: 1, text: 'one' }, right: { number: 1, text: 'one' }, changed: false },
        { left: { number: 2, text: 'two' }, right: { number: 2, text: '2' }, changed: true },
        { left: { number: 3, text: 'three' }, right: undefined, changed: true },
        { left: { number: 4, text: 'four' }, right: { number: 3, text: 'four' }, changed: false },
      ],
      [{ left: undefined, right: { number: 9, text: 'ten' }, changed: true }],
    ])
  })
  it('of a file that is not text has no rows', () => expect(hunks('binary file x: 1 bytes before, 2 after\n')).toEqual([]))
})

describe('the lines around a finding', () => {
  const source = Array.from({ length: 20 }, (_, i) => `line ${i + 1}`).join('\n') + '\n'
  it('have it in their middle', () => expect(excerpt(source, 10).map(line => line.number)).toEqual([8, 9, 10, 11, 12]))
  it('begin with the file', () => expect(excerpt(source, 1).map(line => line.marked)).toEqual([true, false, false]))
  it('end with the file, also for a finding behind it', () => expect(excerpt(source, 99).pop()).toEqual({ number: 20, text: 'line 20', marked: true }))
})

describe('figures', () => {
  it('of a rate never read as nothing', () => expect([0, 0.01, 0.4, 1234].map(rate)).toEqual(['0/s', '<0.1/s', '0.4/s', '1.2K/s']))
  it('of a ratio neither', () => expect([0, 0.0001, 0.034, 0.5].map(percent)).toEqual(['0 %', '<0.1 %', '3.4 %', '50 %']))
  it('of a duration have a fitting unit', () => expect([0.42, 12.6, 1500, 90_000].map(millis)).toEqual(['0.4 ms', '13 ms', '1.5 s', '1.5 min']))
  it('of a moment are its distance', () => {
    const now = Date.parse('2026-11-22T12:00:00Z')
    expect(['11:59:55', '11:59:20', '11:30:00', '09:00:00'].map(at => ago(`2026-11-22T${at}Z`, now))).toEqual(['just now', '40 s ago', '30 min ago', '3 h ago'])
  })
  it('of a line fill its height', () => expect(points([0, 5, 10], 10)).toBe('0.0,22.0 48.0,12.0 96.0,2.0'))
})

describe('the topology', () => {
  const node = (id: string): TopologyNode => ({ id, kind: 'integration', label: id, state: 'LIVE', version: 1, health: 'UP', url: null })
  const edge = (from: string, to: string) => ({ from, to, via: 'direct', total: 1, failed: 0, perSecond: 0, failedPerSecond: 0 })
  const topology = { nodes: ['alpha', 'b', 'c'].map(node), edges: [edge('alpha', 'b'), edge('b', 'c'), edge('c', 'gone')] }

  it('lies in layers from where messages come', () => {
    const [a, b, c] = layout(topology).nodes
    expect(a!.x).toBeLessThan(b!.x)
    expect(b!.x).toBeLessThan(c!.x)
  })
  it('leaves out edges to what is not there', () => expect(layout(topology).edges).toHaveLength(2))
  it('is narrowed down to what fits and its neighbours', () => expect(narrow(topology, 'alpha').nodes.map(one => one.id)).toEqual(['alpha', 'b']))
})

describe('the audit trail', () => {
  it('is asked for with what the filter says', () => {
    expect(auditPath(NO_FILTER, null)).toBe('/audit?limit=50')
    expect(auditPath({ ...NO_FILTER, actor: ' anna ', outcome: 'DENIED' }, 17)).toBe('/audit?limit=50&actor=anna&outcome=DENIED&before=17')
    expect(auditPath({ ...NO_FILTER, from: '2026-11-22' }, null)).toMatch(/from=2026-11-2\dT/)
  })
  it('names the first wrong record', () => expect(verdictText({ valid: false, records: 9, firstWrong: 4, reason: 'its hash differs' })).toBe('The chain breaks at record 4: its hash differs.'))
})
