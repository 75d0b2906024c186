/** The little of the console's own module that these pages use; the console brings the module itself. */
declare module '@hawtio/react' {
  import type { ComponentType } from 'react'

  export interface Plugin {
    id: string
    title: string
    path: string
    order?: number
    component: ComponentType
    isActive: () => Promise<boolean>
  }

  export const hawtio: { addPlugin(plugin: Plugin): unknown }
}

declare module '*.css'
