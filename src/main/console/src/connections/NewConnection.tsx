import {
  ActionGroup,
  Alert,
  Button,
  CodeBlock,
  CodeBlockCode,
  Form,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  TextInput,
} from '@patternfly/react-core'
import { useState } from 'react'
import { asProblem, path, post, put } from '../api/client'
import { poller } from '../api/poller'
import type { ConnectionChange, Connector, ConnectorParameter } from '../api/types'
import { useLive } from '../api/useLive'
import { useAnnouncer } from '../shared/announce'
import { missing, yaml } from './yaml'

/** A connection made of its connector's parameters: what is filled in is shown as the file that is saved. */
export function NewConnection({ close }: { close: () => void }) {
  const { data } = useLive<Connector[]>('/connectors')
  const connectors = (data ?? []).filter(({ connects }) => connects)
  const [name, setName] = useState('')
  const [kind, setKind] = useState('')
  const [values, setValues] = useState<Record<string, string>>({})
  const connector = connectors.find(one => one.name === kind)
  return (
    <Form isWidthLimited aria-label='New connection' onSubmit={event => event.preventDefault()}>
      <FormGroup label='Name' isRequired fieldId='connection-name'>
        <TextInput id='connection-name' value={name} onChange={(_, text) => setName(text)} isRequired />
        <Help>Its scheme in routes: lower-case letters, digits and dashes.</Help>
      </FormGroup>
      <FormGroup label='Connector' isRequired fieldId='connection-connector'>
        <FormSelect id='connection-connector' value={kind} onChange={(_, chosen) => setKind(chosen)}>
          <FormSelectOption value='' label='Choose…' isPlaceholder />
          {connectors.map(one => (
            <FormSelectOption key={one.name} value={one.name} label={`${one.title} (${one.name})`} />
          ))}
        </FormSelect>
        {connector && <Help>{connector.description}</Help>}
      </FormGroup>
      {connector?.parameters.map(parameter => (
        <Field
          key={`${connector.name} ${parameter.name}`}
          parameter={parameter}
          value={values[parameter.name] ?? ''}
          change={text => setValues(before => ({ ...before, [parameter.name]: text }))}
        />
      ))}
      {connector && <Saving name={name} connector={connector} values={values} close={close} />}
    </Form>
  )
}

function Help({ children }: { children: string }) {
  return (
    <FormHelperText>
      <HelperText>
        <HelperTextItem>{children}</HelperTextItem>
      </HelperText>
    </FormHelperText>
  )
}

interface FieldProps {
  parameter: ConnectorParameter
  value: string
  change: (text: string) => void
}

function Field({ parameter, value, change }: FieldProps) {
  const { name, type, description, defaultValue, required, secret, unit, example } = parameter
  const id = `connection-parameter-${name}`
  const kind = secret ? 'a secret, as a reference such as {{secret:NAME}}' : type + (unit ? `, in ${unit}` : '')
  const usual = defaultValue ? `; ${defaultValue} without it` : ''
  const such = example ? `; such as ${example}` : ''
  return (
    <FormGroup label={name} isRequired={required} fieldId={id}>
      <TextInput id={id} value={value} isRequired={required} placeholder={defaultValue ?? ''} onChange={(_, text) => change(text)} />
      <Help>{`${description} (${kind}${usual}${such})`}</Help>
    </FormGroup>
  )
}

interface SavingProps {
  name: string
  connector: Connector
  values: Record<string, string>
  close: () => void
}

function Saving({ name, connector, values, close }: SavingProps) {
  const { announce } = useAnnouncer()
  const [busy, setBusy] = useState(false)
  const [change, setChange] = useState<ConnectionChange>()
  const text = yaml(connector, values)
  const open = missing(connector, values)
  const act = async (call: () => Promise<ConnectionChange>, done: () => void) => {
    setBusy(true)
    try {
      const answer = await call()
      setChange(answer)
      if (answer.accepted) {
        done()
      }
    } catch (thrown) {
      const { detail, hint } = asProblem(thrown)
      announce('danger', `${name} could not be asked for: ${detail}`, hint)
    } finally {
      setBusy(false)
    }
  }
  const tryOut = () =>
    act(
      () => post<ConnectionChange>(path`/connections/${name}/try`, { text }),
      () => announce('success', `${name} answers`),
    )
  const save = () =>
    act(
      () => put<ConnectionChange>(path`/connections/${name}`, { text }),
      () => {
        announce('success', `${name} is in force`)
        void poller.refresh('/connections')
        close()
      },
    )
  const unready = busy || name === '' || open.length > 0
  return (
    <>
      <CodeBlock aria-label='The file'>
        <CodeBlockCode id='connection-text'>{`# config/connections/${name || 'NAME'}.yaml\n${text}`}</CodeBlockCode>
      </CodeBlock>
      {change?.findings.map(({ message, hint }) => (
        <Alert key={message} isInline variant={change.accepted ? 'warning' : 'danger'} title={message}>
          {hint}
        </Alert>
      ))}
      <ActionGroup>
        <Button isDisabled={unready} isLoading={busy} onClick={() => void save()}>
          Save
        </Button>
        <Button variant='secondary' isDisabled={unready} onClick={() => void tryOut()}>
          Test now
        </Button>
        <Button variant='link' onClick={close}>
          Cancel
        </Button>
      </ActionGroup>
      {open.length > 0 && <Help>{`Still to fill in: ${open.join(', ')}`}</Help>}
    </>
  )
}
