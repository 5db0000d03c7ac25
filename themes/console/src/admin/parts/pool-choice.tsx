import { Alert, Form, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { Fragment, type ReactNode } from 'react';
import { Loaded, useLoad } from '../../shared/parts/load';
import { useText } from '../../shared/texts';
import { go, useApi, useConsole, useHref } from '../console';
import type { PoolSummary } from '../model/pools';
import { Field } from './field';

type Props = {
  /** The first segment of the page; the second one names the pool. */
  page: string;
  /** Shown in a realm without pools. */
  none: ReactNode;
  children: (pool: PoolSummary) => ReactNode;
};

/** A page about one pool: that of the address, else the first of the realm. */
export function PoolChoice({ page, none, children }: Props) {
  const { path } = useConsole();
  const api = useApi();
  const text = useText();
  const pools = useLoad(() => api.get<PoolSummary[]>('/identity-pools'), [api]);
  return (
    <Loaded from={pools}>
      {(all) => {
        if (all.length === 0) {
          return none;
        }
        const named = path[1];
        const pool = named ? all.find(({ identityPoolId }) => identityPoolId === named) : all[0];
        return (
          <>
            <Choice page={page} pools={all} chosen={pool?.identityPoolId} />
            {pool ? (
              <Fragment key={pool.identityPoolId}>{children(pool)}</Fragment>
            ) : (
              <Alert variant="warning" isInline component="h2" title={text('pool-choice.unknown', { id: named ?? '' })} />
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function Choice({ page, pools, chosen }: { page: string; pools: PoolSummary[]; chosen: string | undefined }) {
  const text = useText();
  const href = useHref();
  return (
    <Form className="keypool-pool-choice">
      <Field id="keypool-pool-choice" label={text('pool-choice.label')}>
        <FormSelect
          id="keypool-pool-choice"
          value={chosen ?? ''}
          onChange={(_event, id) => go(href(page, id))}
        >
          {!chosen && <FormSelectOption value="" label={text('pool-choice.choose')} isPlaceholder />}
          {pools.map(({ identityPoolId, name }) => (
            <FormSelectOption key={identityPoolId} value={identityPoolId} label={`${name} (${identityPoolId})`} />
          ))}
        </FormSelect>
      </Field>
    </Form>
  );
}
