import { Content, Flex, FlexItem, Title } from '@patternfly/react-core'
import type { ReactNode } from 'react'

/** A page's name, a sentence about it, and what can be done there. */
export function PageTop({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <Flex className='serai-top' justifyContent={{ default: 'justifyContentSpaceBetween' }} alignItems={{ default: 'alignItemsFlexStart' }}>
      <FlexItem>
        <Title headingLevel='h1'>{title}</Title>
        {children && <Content component='p'>{children}</Content>}
      </FlexItem>
      {actions && <FlexItem>{actions}</FlexItem>}
    </Flex>
  )
}
