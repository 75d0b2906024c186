import { Pagination, Toolbar, ToolbarContent, ToolbarItem, SearchInput, FormSelect, FormSelectOption } from '@patternfly/react-core'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Integration, State, Traffic } from '../api/types'
import { useLive } from '../api/useLive'
import { useAnnouncer } from '../shared/announce'
import { stateText } from '../shared/labels'
import { PageTop } from '../shared/PageTop'
import { Empty, Loaded } from '../shared/states'
import { plural } from '../shared/words'
import { isRefused, rows, select, type Row, type Selection } from './overview'
import { IntegrationTable } from './IntegrationTable'
import { RefusedList } from './RefusedList'

const PER_PAGE = 50
const STATES: State[] = ['LIVE', 'REFUSED', 'FAILED', 'ROLLED_BACK', 'STOPPED']

/** Reads out which integrations changed their state since the last look. */
function useChangesReadOut(integrations: Integration[] | undefined) {
  const { whisper } = useAnnouncer()
  const before = useRef<Map<string, State>>()
  useEffect(() => {
    if (!integrations) {
      return
    }
    const changes = integrations
      .filter(({ name, state }) => before.current && before.current.get(name) !== state)
      .map(({ name, state }) => `${name} is now ${stateText(state).toLowerCase()}`)
    before.current = new Map(integrations.map(({ name, state }) => [name, state]))
    if (changes.length > 0) {
      whisper(changes.slice(0, 5).join(', '))
    }
  }, [integrations, whisper])
}

function summary(all: Row[]): string {
  const refused = all.filter(row => isRefused(row.integration)).length
  const live = all.filter(row => row.integration.version !== null).length
  return `${plural(all.length, 'integration')}, ${live} serving${refused > 0 ? `, ${refused} in need of a correction` : ''}`
}

function Overview({ integrations }: { integrations: Integration[] }) {
  const traffic = useLive<Traffic[]>('/traffic')
  const [selection, setSelection] = useState<Selection>({ text: '', state: '', column: 'name', descending: false })
  const [page, setPage] = useState(1)
  const all = useMemo(() => rows(integrations, traffic.data ?? []), [integrations, traffic.data])
  const found = useMemo(() => select(all, selection), [all, selection])
  const change = (part: Partial<Selection>) => {
    setSelection(before => ({ ...before, ...part }))
    setPage(1)
  }
  if (all.length === 0) {
    return (
      <>
        <PageTop title='Integrations' />
        <Empty title='No integrations yet'>
          Put a route file into <code>routes/</code>; it is checked, and live within a second.
        </Empty>
      </>
    )
  }
  const shown = found.slice((page - 1) * PER_PAGE, page * PER_PAGE)
  return (
    <>
      <PageTop title='Integrations'>{summary(all)}</PageTop>
      <RefusedList integrations={integrations.filter(isRefused)} />
      <Toolbar inset={{ default: 'insetNone' }} className='serai-toolbar'>
        <ToolbarContent>
          <ToolbarItem className='serai-search'>
            <SearchInput
              aria-label='Filter integrations'
              placeholder='Name, owner, path or route'
              value={selection.text}
              resultsCount={selection.text ? found.length : undefined}
              onChange={(_event, text) => change({ text })}
              onClear={() => change({ text: '' })}
            />
          </ToolbarItem>
          <ToolbarItem>
            <FormSelect aria-label='State' value={selection.state} onChange={(_event, state) => change({ state: state as State | '' })}>
              <FormSelectOption value='' label='Every state' />
              {STATES.map(state => (
                <FormSelectOption key={state} value={state} label={stateText(state)} />
              ))}
            </FormSelect>
          </ToolbarItem>
          {found.length > PER_PAGE && (
            <ToolbarItem variant='pagination'>
              <Pagination isCompact itemCount={found.length} perPage={PER_PAGE} perPageOptions={[{ title: String(PER_PAGE), value: PER_PAGE }]} page={page} onSetPage={(_event, to) => setPage(to)} />
            </ToolbarItem>
          )}
        </ToolbarContent>
      </Toolbar>
      {shown.length > 0 ? (
        <IntegrationTable rows={shown} selection={selection} change={change} hasTraffic={traffic.data !== undefined} />
      ) : (
        <Empty title='None of them fits the filter'>Take fewer words, or another state.</Empty>
      )}
    </>
  )
}

/** What runs, what was refused and why, and what can be done about it. */
export function Integrations() {
  const live = useLive<Integration[]>('/integrations')
  useChangesReadOut(live.data)
  return (
    <Loaded live={live} what='the integrations' title='Integrations'>
      {integrations => <Overview integrations={integrations} />}
    </Loaded>
  )
}
