import { Alert as Notice, AlertVariant } from '@patternfly/react-core'
import CheckCircleIcon from '@patternfly/react-icons/dist/esm/icons/check-circle-icon'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router-dom'
import type { Alert } from '../api/types'
import { useLive } from '../api/useLive'
import { Ago } from '../shared/Ago'
import { useAnnouncer } from '../shared/announce'
import { links } from '../shared/links'
import { PageTop } from '../shared/PageTop'
import { Empty, Loaded } from '../shared/states'
import { plural } from '../shared/words'

const TONES = { critical: AlertVariant.danger, warning: AlertVariant.warning, info: AlertVariant.info }

/** What needs a person now, the worst first. */
export function Alerts() {
  const live = useLive<Alert[]>('/alerts')
  return (
    <Loaded live={live} what='the alerts' title='Alerts'>
      {alerts => <AlertList alerts={alerts} />}
    </Loaded>
  )
}

function AlertList({ alerts }: { alerts: Alert[] }) {
  useNewOnesReadOut(alerts)
  return (
    <>
      <PageTop title='Alerts'>{alerts.length > 0 ? `${plural(alerts.length, 'active alert')}, the worst first.` : undefined}</PageTop>
      {alerts.length === 0 ? (
        <Empty title='Nothing needs you' icon={CheckCircleIcon}>
          No alert is active. This page tells as soon as one is.
        </Empty>
      ) : (
        <ul className='serai-alerts' aria-label='Active alerts'>
          {alerts.map(alert => (
            <li key={alert.id}>
              <OneAlert alert={alert} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function OneAlert({ alert: { severity, kind, subject, integration, since, message, hint } }: { alert: Alert }) {
  return (
    <Notice isInline variant={TONES[severity]} component='h2' title={`${subject}: ${message}`}>
      {hint && <p>{hint}</p>}
      <p className='serai-refused-line'>
        <span className='serai-quiet'>
          {severity} · {kind} · since <Ago at={since} />
        </span>
        {integration && <Link to={links.integration(integration)}>Open {integration}</Link>}
      </p>
    </Notice>
  )
}

function useNewOnesReadOut(alerts: Alert[]) {
  const { whisper } = useAnnouncer()
  const before = useRef<Set<string>>()
  useEffect(() => {
    const fresh = alerts.filter(({ id }) => before.current && !before.current.has(id))
    before.current = new Set(alerts.map(({ id }) => id))
    if (fresh.length > 0) {
      whisper(fresh.map(({ severity, subject, message }) => `${severity}: ${subject}, ${message}`).join('; '))
    }
  }, [alerts, whisper])
}
