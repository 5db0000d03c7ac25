import { Button, EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter, EmptyStateHeader, Label, LabelGroup } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { Loaded, useLoad } from '../../../shared/parts/load';
import { ConsolePage } from '../../../shared/parts/page';
import { useMessages, useText } from '../../../shared/texts';
import { go, useApi, useConsole, useHref } from '../../console';
import type { Identity, Person, SearchResult } from '../../model/identities';
import { poolPath } from '../../model/pools';
import { IdentityState } from '../../parts/identity-state';
import { PoolChoice } from '../../parts/pool-choice';
import { useProviderName } from '../../parts/provider-name';
import { type Filter, filterOf, pathOf, searchOf } from './filter';
import { SearchForm } from './search-form';
import { ANYBODY } from './who';

const PAGE = 50;

/** The identities of a pool, and a search in them. */
export default function Identities() {
  const text = useText();
  return (
    <ConsolePage title={text('identities.title')} intro={text('identities.intro')}>
      <PoolChoice page="identities" none={<NoPool />}>
        {(pool) => <IdentitiesOf poolId={pool.identityPoolId} />}
      </PoolChoice>
    </ConsolePage>
  );
}

function IdentitiesOf({ poolId }: { poolId: string }) {
  const api = useApi();
  const href = useHref();
  const { path } = useConsole();
  const filter = filterOf(path.slice(2));
  const address = pathOf(filter).join('/');
  const [who, setWho] = useState(ANYBODY);
  const [asked, setAsked] = useState<{ person: Person | undefined }>({ person: undefined });
  const found = useLoad(
    () => api.post<SearchResult>(poolPath(poolId, 'search'), { ...searchOf(filter), ...asked, max: PAGE }),
    [api, poolId, address, asked],
  );
  const search = (wanted: Filter, person: Person | undefined) => {
    setAsked({ person });
    go(href('identities', poolId, ...pathOf(wanted)));
  };
  return (
    <div className="keypool-stack">
      {/* Who goes back to another search finds it in the form. */}
      <SearchForm
        key={pathOf({ ...filter, after: '' }).join('/')}
        poolId={poolId}
        filter={filter}
        who={who}
        onWho={setWho}
        onSearch={search}
      />
      <Loaded from={found}>
        {({ identities, next }) =>
          identities.length === 0 ? (
            <Nobody everybody={address === '' && !asked.person} />
          ) : (
            <>
              <Found identities={identities} />
              <Pages poolId={poolId} filter={filter} next={next} />
            </>
          )
        }
      </Loaded>
    </div>
  );
}

function Found({ identities }: { identities: Identity[] }) {
  const text = useText();
  const href = useHref();
  const provider = useProviderName();
  const messages = useMessages();
  return (
    <Table variant="compact" aria-label={text('identities.title')}>
      <Thead>
        <Tr>
          <Th>{text('identity.id')}</Th>
          <Th>{text('identity.state')}</Th>
          <Th>{text('identity.logins')}</Th>
          <Th>{text('identity.created')}</Th>
          <Th>{text('identity.modified')}</Th>
        </Tr>
      </Thead>
      <Tbody>
        {identities.map((identity) => (
          <Tr key={identity.identityId}>
            <Td dataLabel={text('identity.id')} className="keypool-mono" modifier="nowrap">
              <a href={href('identity', identity.identityId)}>{identity.identityId}</a>
            </Td>
            <Td dataLabel={text('identity.state')}>
              <IdentityState state={identity.state} />
            </Td>
            <Td dataLabel={text('identity.logins')}>
              {identity.logins.length > 0 ? (
                <LabelGroup aria-label={text('identity.logins')}>
                  {identity.logins.map((login, index) => (
                    <Label key={index} isCompact>
                      {provider(login.provider)}
                    </Label>
                  ))}
                </LabelGroup>
              ) : (
                text('identity.logins.none')
              )}
            </Td>
            <Td dataLabel={text('identity.created')}>{messages.time(identity.created)}</Td>
            <Td dataLabel={text('identity.modified')}>{messages.time(identity.modified)}</Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

/** There are no numbers of pages: each one begins behind the last identity of the one before. */
function Pages({ poolId, filter, next }: { poolId: string; filter: Filter; next: string | undefined }) {
  const text = useText();
  const href = useHref();
  const at = (after: string) => href('identities', poolId, ...pathOf({ ...filter, after }));
  if (!next && !filter.after) {
    return null;
  }
  return (
    <nav aria-label={text('identities.pages')} className="keypool-line">
      {filter.after && (
        <Button component="a" variant="secondary" href={at('')}>
          {text('identities.latest')}
        </Button>
      )}
      {next && (
        <Button component="a" variant="secondary" href={at(next)}>
          {text('identities.older')}
        </Button>
      )}
    </nav>
  );
}

function Nobody({ everybody }: { everybody: boolean }) {
  const text = useText();
  const which = everybody ? 'identities.none' : 'identities.not-found';
  return (
    <EmptyState>
      <EmptyStateHeader titleText={text(which)} headingLevel="h2" />
      <EmptyStateBody>{text(`${which}.body`)}</EmptyStateBody>
    </EmptyState>
  );
}

function NoPool() {
  const text = useText();
  const href = useHref();
  return (
    <EmptyState>
      <EmptyStateHeader titleText={text('identities.no-pool')} headingLevel="h2" />
      <EmptyStateBody>{text('identities.no-pool.body')}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button component="a" href={href()}>
            {text('identities.no-pool.open')}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
}
