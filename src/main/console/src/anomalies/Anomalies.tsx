import { Button, Checkbox, Label, TextInput } from '@patternfly/react-core'
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { asProblem, path, post } from '../api/client'
import { poller } from '../api/poller'
import { usePermission } from '../api/session'
import type { Anomaly, AnomalySeries } from '../api/types'
import { useLive } from '../api/useLive'
import { Ago } from '../shared/Ago'
import { useAnnouncer } from '../shared/announce'
import { links } from '../shared/links'
import { PageTop } from '../shared/PageTop'
import { Empty, Loaded } from '../shared/states'
import { Chart } from './Chart'
import { quantity } from './chart'

const OPEN = '/anomalies'
const ALL = '/anomalies?state=all&limit=50'

/** What is unusual in the traffic, since when, and what it may come from. */
export function Anomalies() {
  const [all, setAll] = useState(false)
  const live = useLive<Anomaly[]>(all ? ALL : OPEN)
  return (
    <>
      <PageTop title='Anomalies'>What is not as it was learned to be, in the traffic of routes and connections.</PageTop>
      <Learned />
      <Checkbox id='serai-anomalies-all' className='serai-gap-below' label='Also those that are over' isChecked={all} onChange={(_, checked) => setAll(checked)} />
      <Loaded live={live} what='the anomalies'>
        {anomalies =>
          anomalies.length === 0 ? (
            <Empty title='Nothing is unusual' icon={CheckCircleIcon}>
              This page tells as soon as something is.
            </Empty>
          ) : (
            <ul className='serai-alerts' aria-label='Anomalies'>
              {anomalies.map(anomaly => (
                <li key={anomaly.id}>
                  <OneAnomaly anomaly={anomaly} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  )
}

function Learned() {
  const { data } = useLive<AnomalySeries[]>('/anomaly-series')
  const series = data ?? []
  const learning = series.filter(({ state }) => state === 'learning').length
  return series.length === 0 ? (
    <p className='serai-quiet'>Nothing has moved yet, so nothing is learned.</p>
  ) : (
    <p className='serai-quiet' role='status'>
      {series.length - learning} series watched
      {learning > 0 ? `, ${learning} still learning: nothing is told of them yet.` : '.'}
    </p>
  )
}

const COLOURS = { open: 'red', acknowledged: 'orange', ended: 'grey' } as const

function OneAnomaly({ anomaly }: { anomaly: Anomaly }) {
  const { id, state, subject, integration, measure, unit, expectedLow, expectedHigh, worst, score, since, until, ended, causes, acknowledgedBy, note } = anomaly
  return (
    <section className='serai-anomaly' aria-label={`Anomaly ${id}`}>
      <h2>
        {subject}: {measure} is {quantity(worst, unit)}; expected {quantity(expectedLow, unit)} to {quantity(expectedHigh, unit)}
      </h2>
      <p className='serai-refused-line'>
        <Label isCompact color={COLOURS[state]}>
          {state}
        </Label>
        <span className='serai-quiet'>
          since <Ago at={since} /> · score {score.toFixed(2)}
          {until && (
            <>
              {' '}
              · over <Ago at={until} />: {ended}
            </>
          )}
          {acknowledgedBy && ` · noted by ${acknowledgedBy}${note ? `: ${note}` : ''}`}
        </span>
        {integration && <Link to={links.integration(integration)}>Open {integration}</Link>}
      </p>
      <ul className='serai-causes' aria-label='Causes'>
        {causes.map(({ kind, text, advice }) => (
          <li key={kind + text}>
            <strong>{text}</strong> – {advice}
          </li>
        ))}
      </ul>
      <Chart anomaly={anomaly} />
      {state === 'open' && <Acknowledge id={id} />}
    </section>
  )
}

function Acknowledge({ id }: { id: number }) {
  const operates = usePermission('operate')
  const { announce } = useAnnouncer()
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  if (!operates) {
    return null
  }
  const acknowledge = async () => {
    setBusy(true)
    try {
      await post(path`/anomalies/${id}/ack`, { note })
      announce('success', `Anomaly ${id} is acknowledged`, '')
      await Promise.all([poller.refresh(OPEN), poller.refresh(ALL)])
    } catch (thrown) {
      const { detail, hint } = asProblem(thrown)
      announce('danger', `Anomaly ${id} could not be acknowledged: ${detail}`, hint)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className='serai-buttons'>
      <TextInput className='serai-search' aria-label={`Note on anomaly ${id}`} placeholder='What is known of it' value={note} onChange={(_, text) => setNote(text)} />
      <Button variant='secondary' size='sm' isLoading={busy} isDisabled={busy} onClick={() => void acknowledge()}>
        Acknowledge
      </Button>
    </div>
  )
}
