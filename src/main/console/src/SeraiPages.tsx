import { Badge, Nav, NavItem, NavList, PageSection } from '@patternfly/react-core'
import { lazy, Suspense, type ReactNode } from 'react'
import { Link, Navigate, Route, Routes, useLocation } from 'react-router-dom'
import { useLive } from './api/useLive'
import type { Alert } from './api/types'
import { Alerts } from './alerts/Alerts'
import { Anomalies } from './anomalies/Anomalies'
import { Audit } from './audit/Audit'
import { Connections } from './connections/Connections'
import { IntegrationPages } from './integrations/IntegrationPages'
import { Integrations } from './integrations/Integrations'
import { Announcements } from './shared/announce'
import { links } from './shared/links'
import { Empty, Loading } from './shared/states'
import { plural } from './shared/words'
import './serai.css'

const Topology = lazy(() => import('./topology/TopologyPage'))

function AlertCount() {
  const { data } = useLive<Alert[]>('/alerts')
  const urgent = (data ?? []).filter(alert => alert.severity !== 'info').length
  return urgent > 0 ? (
    <Badge className='serai-alert-count' screenReaderText={plural(urgent, 'active alert')}>
      {urgent}
    </Badge>
  ) : null
}

const TABS: [string, string, ReactNode?][] = [
  [links.integrations, 'Integrations'],
  [links.topology, 'Topology'],
  [links.connections, 'Connections'],
  [links.alerts, 'Alerts', <AlertCount key='count' />],
  [links.anomalies, 'Anomalies'],
  [links.audit, 'Audit'],
]

function Tabs() {
  const { pathname, search } = useLocation()
  return (
    <Nav aria-label='Serai' variant='horizontal-subnav'>
      <NavList>
        {TABS.map(([to, title, extra]) => (
          <NavItem key={to} isActive={pathname.startsWith(to)}>
            <Link to={{ pathname: to, search }} aria-current={pathname.startsWith(to) ? 'page' : undefined}>
              {title}
              {extra}
            </Link>
          </NavItem>
        ))}
      </NavList>
    </Nav>
  )
}

/** Serai's pages below `/serai` of the console. */
export default function SeraiPages() {
  const { search } = useLocation()
  return (
    <Announcements>
      <PageSection type='tabs' hasBodyWrapper={false} className='serai-tabs'>
        <Tabs />
      </PageSection>
      <PageSection hasBodyWrapper={false} className='serai-page' isFilled>
        <div className='serai-body'>
          <Suspense fallback={<Loading what='the page' />}>
            <Routes>
              <Route index element={<Navigate to={{ pathname: links.integrations, search }} replace />} />
              <Route path='integrations' element={<Integrations />} />
              <Route path='integrations/:name/*' element={<IntegrationPages />} />
              <Route path='topology' element={<Topology />} />
              <Route path='connections' element={<Connections />} />
              <Route path='alerts' element={<Alerts />} />
              <Route path='anomalies' element={<Anomalies />} />
              <Route path='audit' element={<Audit />} />
              <Route path='*' element={<Empty title='There is no such page'>Choose one of the pages above.</Empty>} />
            </Routes>
          </Suspense>
        </div>
      </PageSection>
    </Announcements>
  )
}
