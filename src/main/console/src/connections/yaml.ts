import type { Connector } from '../api/types'

const PLAIN = /^[A-Za-z0-9][A-Za-z0-9_./-]*$/

/** A text as a value in YAML: as it is where that is safe, otherwise in quotes. */
function value(text: string): string {
  return PLAIN.test(text) ? text : JSON.stringify(text)
}

/** The file of a connection with what was filled in, in the order of the connector. */
export function yaml(connector: Connector, values: Record<string, string>): string {
  const filled = connector.parameters.filter(({ name }) => (values[name] ?? '').trim() !== '')
  const lines = filled.map(({ name }) => `  ${name}: ${value(values[name]!.trim())}`)
  return [`connector: ${connector.name}`, ...(lines.length > 0 ? ['parameters:', ...lines] : []), ''].join('\n')
}

/** What is still to be filled in before it can be saved. */
export function missing(connector: Connector, values: Record<string, string>): string[] {
  return connector.parameters.filter(({ name, required }) => required && !(values[name] ?? '').trim()).map(({ name }) => name)
}
