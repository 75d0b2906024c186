import { Button, FormSelect, FormSelectOption, Label } from '@patternfly/react-core'
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table'
import { useRef, useState } from 'react'
import { path } from '../api/client'
import { usePermission } from '../api/session'
import { SELDOM_MILLIS } from '../api/poller'
import type { Differences, HistoryEntry, Integration } from '../api/types'
import { useLive } from '../api/useLive'
import { ActionDialog } from '../integrations/ActionDialog'
import { Ago } from '../shared/Ago'
import { Empty, Loaded } from '../shared/states'
import { moment } from '../shared/words'
import { SideBySide } from './SideBySide'

/** The versions of an integration, who brought them and when, and what differs between two of them. */
export function History({ integration }: { integration: Integration }) {
  const live = useLive<HistoryEntry[]>(path`/integrations/${integration.name}/versions`)
  return (
    <Loaded live={live} what='the versions'>
      {versions =>
        versions.length === 0 ? (
          <Empty title='No version yet'>A version is kept once a change was accepted.</Empty>
        ) : (
          <Versions integration={integration} versions={versions} />
        )
      }
    </Loaded>
  )
}

function Versions({ integration, versions }: { integration: Integration; versions: HistoryEntry[] }) {
  const newest = versions[0]?.version ?? 1
  const [to, setTo] = useState(newest)
  const [from, setFrom] = useState(versions[1]?.version ?? newest)
  const compare = (version: number) => {
    setTo(version)
    setFrom(versions.find(entry => entry.version < version)?.version ?? version)
  }
  return (
    <>
      <VersionTable integration={integration} versions={versions} compare={compare} />
      {versions.length > 1 && (
        <section aria-label='Compare versions' className='serai-compare'>
          <h2>Differences</h2>
          <div className='serai-buttons'>
            <VersionSelect label='Older version' versions={versions} value={from} change={setFrom} />
            <span aria-hidden='true'>→</span>
            <VersionSelect label='Newer version' versions={versions} value={to} change={setTo} />
          </div>
          <Compared name={integration.name} from={from} to={to} />
        </section>
      )}
    </>
  )
}

function VersionSelect({ label, versions, value, change }: { label: string; versions: HistoryEntry[]; value: number; change: (version: number) => void }) {
  return (
    <FormSelect aria-label={label} value={value} onChange={(_event, to) => change(Number(to))} className='serai-narrow-select'>
      {versions.map(({ version }) => (
        <FormSelectOption key={version} value={version} label={`Version ${version}`} />
      ))}
    </FormSelect>
  )
}

function Compared({ name, from, to }: { name: string; from: number; to: number }) {
  const live = useLive<Differences>(path`/integrations/${name}/diff?from=${from}&to=${to}`, SELDOM_MILLIS)
  return (
    <Loaded live={live} what='the differences'>
      {differences => <SideBySide differences={differences} />}
    </Loaded>
  )
}

interface Listed {
  integration: Integration
  versions: HistoryEntry[]
  compare: (version: number) => void
}

function VersionTable({ integration, versions, compare }: Listed) {
  const operates = usePermission('operate')
  const [asked, setAsked] = useState<number>()
  const pressed = useRef<HTMLButtonElement>()
  const close = () => {
    setAsked(undefined)
    setTimeout(() => pressed.current?.focus())
  }
  return (
    <>
      <Table aria-label='Versions' variant='compact' gridBreakPoint='grid-md' className='serai-table'>
        <Thead>
          <Tr>
            <Th>Version</Th>
            <Th>Accepted</Th>
            <Th>By</Th>
            <Th>Content</Th>
            <Th screenReaderText='Actions' />
          </Tr>
        </Thead>
        <Tbody>
          {versions.map(({ version, hash, at, by, active, probation }) => (
            <Tr key={version}>
              <Td dataLabel='Version'>
                {version} {active && <Label isCompact status='success'>serves</Label>}
                {probation && <div className='serai-quiet'>{probation}</div>}
              </Td>
              <Td dataLabel='Accepted'>
                {moment(at)} <span className='serai-quiet'>(<Ago at={at} />)</span>
              </Td>
              <Td dataLabel='By'>{by === 'file' ? 'the watched folder' : by}</Td>
              <Td dataLabel='Content'>
                <code title={hash}>{hash.slice(0, 12)}</code>
              </Td>
              <Td>
                <div className='serai-buttons'>
                  {versions.length > 1 && (
                    <Button variant='link' isInline onClick={() => compare(version)} aria-label={`Compare version ${version} with the one before`}>
                      Compare
                    </Button>
                  )}
                  {operates && version !== integration.version && (
                    <Button
                      variant='link'
                      isInline
                      aria-label={`Roll back to version ${version}`}
                      onClick={event => {
                        pressed.current = event.currentTarget as HTMLButtonElement
                        setAsked(version)
                      }}
                    >
                      Roll back to this
                    </Button>
                  )}
                </div>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {asked !== undefined && <ActionDialog action='rollback' integration={integration} version={asked} close={close} />}
    </>
  )
}
