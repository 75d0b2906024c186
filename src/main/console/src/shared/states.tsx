import { Alert, AlertActionLink, Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter, Skeleton } from '@patternfly/react-core'
import CubesIcon from '@patternfly/react-icons/dist/esm/icons/cubes-icon'
import ExclamationCircleIcon from '@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon'
import LockIcon from '@patternfly/react-icons/dist/esm/icons/lock-icon'
import PluggedIcon from '@patternfly/react-icons/dist/esm/icons/unplugged-icon'
import { useState, type ComponentType, type ReactNode } from 'react'
import type { Problem } from '../api/client'
import type { LiveWithRetry } from '../api/useLive'
import { PageTop } from './PageTop'

/** The page's shape while nothing is known yet. */
export function Loading({ what }: { what: string }) {
  return (
    <div role='status' aria-label={`Loading ${what}`} className='serai-loading'>
      {['90%', '100%', '75%', '85%'].map(width => (
        <Skeleton key={width} width={width} height='2rem' screenreaderText={`Loading ${what}`} />
      ))}
    </div>
  )
}

export function Empty({ title, children, icon }: { title: string; children?: ReactNode; icon?: ComponentType }) {
  return (
    <EmptyState titleText={title} headingLevel='h2' icon={icon ?? CubesIcon} variant='sm'>
      {children && <EmptyStateBody>{children}</EmptyStateBody>}
    </EmptyState>
  )
}

function words(problem: Problem): { title: string; icon: ComponentType; status?: 'danger' | 'warning' } {
  switch (problem.status) {
    case 401:
      return { title: 'Your session has ended', icon: LockIcon, status: 'warning' }
    case 403:
      return { title: 'You may not see this', icon: LockIcon }
    case 404:
      return { title: 'There is nothing here', icon: PluggedIcon }
    default:
      return { title: 'This could not be loaded', icon: ExclamationCircleIcon, status: 'danger' }
  }
}

/** A page that has nothing to show, and why. */
export function Failure({ problem, retry }: { problem: Problem; retry: () => Promise<void> }) {
  const { title, icon, status } = words(problem)
  const [busy, setBusy] = useState(false)
  const again = () => {
    setBusy(true)
    void retry().finally(() => setBusy(false))
  }
  return (
    <EmptyState titleText={title} headingLevel='h2' icon={icon} status={status} variant='sm' role='alert'>
      <EmptyStateBody>
        {problem.detail}
        {problem.hint && <div className='serai-hint'>{problem.hint}</div>}
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          {problem.status === 401 ? (
            <Button onClick={() => window.location.reload()}>Log in again</Button>
          ) : (
            <Button variant={problem.status === 403 ? 'link' : 'primary'} onClick={again} isLoading={busy} isDisabled={busy}>
              Try again
            </Button>
          )}
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  )
}

/** Shows what is there, and says so when it is old; the title stands above as long as nothing is there. */
export function Loaded<T>({ live, what, title, children }: { live: LiveWithRetry<T>; what: string; title?: string; children: (data: T) => ReactNode }) {
  const { data, problem, refresh } = live
  if (data === undefined) {
    return (
      <>
        {title && <PageTop title={title} />}
        {problem ? <Failure problem={problem} retry={refresh} /> : <Loading what={what} />}
      </>
    )
  }
  return (
    <>
      {problem && (
        <Alert
          isInline
          variant='warning'
          title={`${problem.detail} What you see is not up to date.`}
          className='serai-stale'
          actionLinks={<AlertActionLink onClick={() => void refresh()}>Try again</AlertActionLink>}
        />
      )}
      {children(data)}
    </>
  )
}
