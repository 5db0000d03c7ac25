import { Breadcrumb, BreadcrumbItem, PageSection, Split, SplitItem, Text, TextContent, Title } from '@patternfly/react-core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../console';

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
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [title]);
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
            <Title headingLevel="h1" size="2xl" tabIndex={-1} ref={heading} className="keypool-title">
              {title}
            </Title>
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
