import { Label } from '@patternfly/react-core'
import type { Health, State } from '../api/types'

const STATES: Record<State, { text: string; status: 'success' | 'danger' | 'warning' | 'info' | undefined }> = {
  LIVE: { text: 'Live', status: 'success' },
  REFUSED: { text: 'Refused', status: 'danger' },
  FAILED: { text: 'Failed', status: 'danger' },
  ROLLED_BACK: { text: 'Rolled back', status: 'warning' },
  STOPPED: { text: 'Stopped', status: undefined },
}

export const stateText = (state: State) => STATES[state].text

export function StateLabel({ state }: { state: State }) {
  const { text, status } = STATES[state]
  return status ? (
    <Label status={status} isCompact>
      {text}
    </Label>
  ) : (
    <Label variant='outline' isCompact>
      {text}
    </Label>
  )
}

export function HealthLabel({ health }: { health: Health }) {
  return health === 'UNKNOWN' ? (
    <Label variant='outline' isCompact>
      Unknown
    </Label>
  ) : (
    <Label status={health === 'UP' ? 'success' : 'danger'} isCompact>
      {health === 'UP' ? 'Up' : 'Down'}
    </Label>
  )
}
