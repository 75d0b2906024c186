import { Button, Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core'
import EllipsisVIcon from '@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon'
import { useRef, useState } from 'react'
import { usePermission } from '../api/session'
import type { Integration } from '../api/types'
import { ActionDialog } from './ActionDialog'
import { TITLES, type Action } from './actions'

/** What may be done with an integration as it stands, by who looks. */
export function useActions({ state, version }: Integration): Action[] {
  const operates = usePermission('operate')
  const deploys = usePermission('deploy')
  const runs = state !== 'STOPPED'
  return [
    ...(operates ? (['rollback'] as const) : []),
    ...(deploys ? (['redeploy'] as const) : []),
    ...(operates && runs && version !== null ? (['stop'] as const) : []),
    ...(operates && version === null ? (['start'] as const) : []),
  ]
}

/** The actions of a row; there is no menu for who may do nothing. */
export function ActionsMenu({ integration }: { integration: Integration }) {
  const [isOpen, setOpen] = useState(false)
  const [asked, setAsked] = useState<Action>()
  const toggle = useRef<HTMLButtonElement>(null)
  const actions = useActions(integration)
  if (actions.length === 0 && !asked) {
    return null
  }
  const close = () => {
    setAsked(undefined)
    setTimeout(() => toggle.current?.focus())
  }
  return (
    <>
      <Dropdown
        isOpen={isOpen}
        onOpenChange={setOpen}
        onSelect={() => setOpen(false)}
        popperProps={{ position: 'right' }}
        toggle={{
          toggleRef: toggle,
          toggleNode: (
            <MenuToggle
              ref={toggle}
              variant='plain'
              aria-label={`Actions for ${integration.name}`}
              isExpanded={isOpen}
              onClick={() => setOpen(!isOpen)}
              icon={<EllipsisVIcon />}
            />
          ),
        }}
      >
        <DropdownList>
          {actions.map(action => (
            <DropdownItem key={action} onClick={() => setAsked(action)}>
              {TITLES[action]}
            </DropdownItem>
          ))}
        </DropdownList>
      </Dropdown>
      {asked && <ActionDialog action={asked} integration={integration} close={close} />}
    </>
  )
}

/** The actions of the page about one integration. */
export function ActionButtons({ integration }: { integration: Integration }) {
  const [asked, setAsked] = useState<Action>()
  const pressed = useRef<HTMLButtonElement>()
  const close = () => {
    setAsked(undefined)
    setTimeout(() => pressed.current?.focus())
  }
  return (
    <div className='serai-buttons'>
      {useActions(integration).map(action => (
        <Button
          key={action}
          variant='secondary'
          size='sm'
          onClick={event => {
            pressed.current = event.currentTarget as HTMLButtonElement
            setAsked(action)
          }}
        >
          {TITLES[action]}
        </Button>
      ))}
      {asked && <ActionDialog action={asked} integration={integration} close={close} />}
    </div>
  )
}
