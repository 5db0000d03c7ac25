import { Breadcrumb, BreadcrumbItem, PageSection, Split, SplitItem, Text, TextContent } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { useText } from '../texts';
import { Heading } from './heading';

type Crumb = { name: string; href: string };

type Props = {
  title: string;
  intro?: string;
  crumbs?: Crumb[];
  /** At the right of the title. */
  actions?: ReactNode;
  /** Tabs lie close to the title. */
  flush?: boolean;
  children: ReactNode;
};

/** A page of ours, as those of the console look. Who cannot see it hears its title when it opens. */
export function ConsolePage({ title, intro, crumbs = [], actions, flush = false, children }: Props) {
  const text = useText();
  return (
    <>
      <PageSection variant="light">
        {crumbs.length > 0 && (
          <Breadcrumb aria-label={text('breadcrumb')} className="keypool-crumbs">
            {crumbs.map((crumb) => (
              <BreadcrumbItem key={crumb.href} to={crumb.href}>
                {crumb.name}
              </BreadcrumbItem>
            ))}
            <BreadcrumbItem isActive>{title}</BreadcrumbItem>
          </Breadcrumb>
        )}
        <Split hasGutter>
          <SplitItem isFilled>
            <Heading level="h1" news={title}>
              {title}
            </Heading>
          </SplitItem>
          {actions && <SplitItem>{actions}</SplitItem>}
        </Split>
        {intro && (
          <TextContent>
            <Text>{intro}</Text>
          </TextContent>
        )}
      </PageSection>
      <PageSection variant="light" padding={{ default: flush ? 'noPadding' : 'padding' }}>
        {children}
      </PageSection>
    </>
  );
}
