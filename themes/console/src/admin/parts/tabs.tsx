import { PageSection, Tab, Tabs, TabTitleText } from '@patternfly/react-core';
import type { ReactNode } from 'react';

const CONTENT = 'keypool-tab';

type Props = {
  label: string;
  tabs: { name: string; title: string; href: string }[];
  current: string;
  children: ReactNode;
};

/** Tabs that are addresses: each can be opened beside this page, and comes back with it. */
export function LinkTabs({ label, tabs, current, children }: Props) {
  return (
    <>
      <Tabs component="nav" activeKey={current} aria-label={label} usePageInsets>
        {tabs.map(({ name, title, href }) => (
          <Tab
            key={name}
            eventKey={name}
            href={href}
            tabContentId={CONTENT}
            title={<TabTitleText>{title}</TabTitleText>}
            {...(name === current ? { 'aria-current': 'page' as const } : {})}
          />
        ))}
      </Tabs>
      <PageSection variant="light" id={CONTENT}>
        {children}
      </PageSection>
    </>
  );
}
