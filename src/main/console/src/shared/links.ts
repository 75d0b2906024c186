import { path } from '../api/client'

/** Where the pages stand inside the console. */
export const links = {
  integrations: '/serai/integrations',
  integration: (name: string) => path`/serai/integrations/${name}`,
  history: (name: string) => path`/serai/integrations/${name}/history`,
  messages: (name: string) => path`/serai/integrations/${name}/messages`,
  message: (name: string, id: string) => path`/serai/integrations/${name}/messages/${id}`,
  topology: '/serai/topology',
  connections: '/serai/connections',
  alerts: '/serai/alerts',
  anomalies: '/serai/anomalies',
  audit: '/serai/audit',
}
