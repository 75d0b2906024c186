import { FormGroup, FormSelect, FormSelectOption } from '@patternfly/react-core'
import { useState } from 'react'
import { path } from '../api/client'
import type { HistoryEntry, Integration } from '../api/types'
import { useLive } from '../api/useLive'
import { useAnnouncer } from '../shared/announce'
import { ConfirmDialog } from '../shared/ConfirmDialog'
import { Failure, Loading } from '../shared/states'
import { moment } from '../shared/words'
import { act, question, TITLES, told, type Action } from './actions'

interface Asked {
  action: Action
  integration: Integration
  /** The version to go back to; chosen in the dialog when it is not told. */
  version?: number
  close: () => void
}

/** Asks before something is done with an integration, does it, and tells what came of it. */
export function ActionDialog({ action, integration, version, close }: Asked) {
  const { announce } = useAnnouncer()
  const [chosen, setChosen] = useState(version)
  const perform = async () => announce('success', told(action, await act(action, integration.name, chosen)))
  return (
    <ConfirmDialog
      title={`${TITLES[action]} ${integration.name}${chosen === undefined ? '' : ` to version ${chosen}`}?`}
      verb={TITLES[action]}
      isDangerous={action === 'stop'}
      act={perform}
      close={close}
    >
      <p>{question(action, integration)}</p>
      {action === 'rollback' && version === undefined && <VersionChoice integration={integration} chosen={chosen} choose={setChosen} />}
    </ConfirmDialog>
  )
}

function VersionChoice({ integration, chosen, choose }: { integration: Integration; chosen?: number; choose: (version: number) => void }) {
  const { data, problem, refresh } = useLive<HistoryEntry[]>(path`/integrations/${integration.name}/versions`)
  if (!data) {
    return problem ? <Failure problem={problem} retry={refresh} /> : <Loading what='the versions' />
  }
  const others = data.filter(entry => entry.version !== integration.version)
  if (others.length === 0) {
    return <p className='serai-gap'>There is no other version yet.</p>
  }
  return (
    <FormGroup label='Version' fieldId='serai-version' className='serai-gap'>
      <FormSelect id='serai-version' value={chosen ?? ''} onChange={(_event, value) => choose(Number(value))}>
        {chosen === undefined && <FormSelectOption value='' label='The one before' />}
        {others.map(({ version, at, by }) => (
          <FormSelectOption key={version} value={version} label={`${version} – ${moment(at)}, ${by}`} />
        ))}
      </FormSelect>
    </FormGroup>
  )
}
