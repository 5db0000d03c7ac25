import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter, EmptyStateHeader, List, ListComponent, ListItem } from '@patternfly/react-core';
import { useText } from '../../../shared/texts';
import { useAccess, useHref } from '../../console';

/** What to do in a realm without pools. */
export function FirstPool() {
  const text = useText();
  const href = useHref();
  const access = useAccess();
  return (
    <EmptyState>
      <EmptyStateHeader titleText={text('overview.first')} headingLevel="h2" />
      <EmptyStateBody>
        <p>{text('overview.first.body')}</p>
        <List component={ListComponent.ol} className="keypool-steps">
          <ListItem>{text('overview.first.pool')}</ListItem>
          <ListItem>{text('overview.first.app')}</ListItem>
          <ListItem>{text('overview.first.watch')}</ListItem>
        </List>
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          {access.changeRealm ? (
            <Button component="a" href={href('add')}>
              {text('overview.first.create')}
            </Button>
          ) : (
            <p>{text('overview.first.ask')}</p>
          )}
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
}

/** What to do with a pool that nobody used yet. */
export function FirstSteps({ poolId }: { poolId: string }) {
  const text = useText();
  const href = useHref();
  return (
    <EmptyState>
      <EmptyStateHeader titleText={text('overview.quiet')} headingLevel="h2" />
      <EmptyStateBody>
        <p>{text('overview.quiet.body')}</p>
        <List component={ListComponent.ol} className="keypool-steps">
          <ListItem>
            <a href={href('pool', poolId)}>{text('overview.quiet.settings')}</a>
          </ListItem>
          <ListItem>
            <a href={href('pool', poolId, 'client')}>{text('overview.quiet.app')}</a>
          </ListItem>
          <ListItem>{text('overview.quiet.watch')}</ListItem>
        </List>
      </EmptyStateBody>
    </EmptyState>
  );
}
