import { Breadcrumb, BreadcrumbItem, Tab, Tabs, TabTitleText } from '@patternfly/react-core'
import { Link, Route, Routes, useLocation, useNavigate, useParams } from 'react-router-dom'
import { path } from '../api/client'
import type { Integration } from '../api/types'
import { useLive } from '../api/useLive'
import { History } from '../history/History'
import { Message } from '../messages/Message'
import { Messages } from '../messages/Messages'
import { StateLabel } from '../shared/labels'
import { links } from '../shared/links'
import { PageTop } from '../shared/PageTop'
import { Empty, Loaded } from '../shared/states'
import { ActionButtons } from './ActionsMenu'
import { Details } from './Details'

/** The pages about one integration: what it is, its history, its messages. */
export function IntegrationPages() {
  const { name = '' } = useParams()
  const live = useLive<Integration>(path`/integrations/${name}`)
  return (
    <>
      <Breadcrumb className='serai-breadcrumb'>
        <BreadcrumbItem render={({ className }) => <Link className={className} to={links.integrations}>Integrations</Link>} />
        <BreadcrumbItem isActive>{name}</BreadcrumbItem>
      </Breadcrumb>
      <Loaded live={live} what={name}>
        {integration => <Pages integration={integration} />}
      </Loaded>
    </>
  )
}

function Pages({ integration }: { integration: Integration }) {
  const { name, version, state, description } = integration
  return (
    <>
      <PageTop title={version === null ? name : `${name}@${version}`} actions={<ActionButtons integration={integration} />}>
        <StateLabel state={state} /> {description}
      </PageTop>
      <PageTabs name={name} />
      <Routes>
        <Route index element={<Details integration={integration} />} />
        <Route path='history' element={<History integration={integration} />} />
        <Route path='messages' element={<Messages integration={integration} />} />
        <Route path='messages/:id' element={<Message name={name} />} />
        <Route path='*' element={<Empty title='There is no such page'>Choose one of the tabs above.</Empty>} />
      </Routes>
    </>
  )
}

function PageTabs({ name }: { name: string }) {
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const tabs = [
    [links.integration(name), 'Overview'],
    [links.history(name), 'History'],
    [links.messages(name), 'Messages'],
  ] as const
  const active = [...tabs].reverse().find(([to]) => pathname.startsWith(to))?.[0] ?? tabs[0][0]
  return (
    <Tabs activeKey={active} onSelect={(_event, to) => navigate(String(to))} component='nav' aria-label={`Pages about ${name}`} className='serai-gap-below'>
      {tabs.map(([to, title]) => (
        <Tab key={to} eventKey={to} title={<TabTitleText>{title}</TabTitleText>} />
      ))}
    </Tabs>
  )
}
