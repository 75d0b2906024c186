import { hawtio } from '@hawtio/react'
import { lazy } from 'react'

/** Called by the console once it has loaded this container. The pages themselves are loaded when one of them is opened. */
export function plugin(): void {
  hawtio.addPlugin({
    id: 'serai',
    title: 'Serai',
    path: '/serai',
    order: -10,
    component: lazy(() => import('./SeraiPages')),
    isActive: () => Promise.resolve(true),
  })
}
