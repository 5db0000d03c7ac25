import { Button, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { useEffect, useState } from 'react';
import { Loaded, useLoad } from '../../../shared/parts/load';
import { useText } from '../../../shared/texts';
import { useApi } from '../../console';
import type { PoolSummary } from '../../model/pools';
import type { RoleTemplate } from '../../model/roles';
import { Field } from '../../parts/field';
import { pretty } from '../../parts/policy-editor';

export type Documents = { trustPolicy: string; permissions: string };

type Fill = {
  /** Whether somebody wrote what it would replace. */
  replaces: boolean;
  fill: (documents: Documents) => void;
};

type Props = Fill & {
  /** The one to begin with. */
  pool: string | undefined;
};

/** For whom the role is: that writes its documents. What somebody wrote is replaced when they say so. */
export function Template({ pool, ...fill }: Props) {
  const text = useText();
  const api = useApi();
  const pools = useLoad(() => api.get<PoolSummary[]>('/identity-pools'), [api]);
  const [chosen, setChosen] = useState(pool ?? '');
  return (
    <Loaded from={pools}>
      {(all) => (
        <>
          <Field id="role-pool" label={text('template.pool')} help={text(all.length === 0 ? 'template.pool.none' : 'template.pool.help')}>
            <FormSelect id="role-pool" value={chosen} onChange={(_event, id) => setChosen(id)} isDisabled={all.length === 0}>
              <FormSelectOption value="" label={text('template.pool.no')} />
              {all.map(({ identityPoolId, name }) => (
                <FormSelectOption key={identityPoolId} value={identityPoolId} label={`${name} (${identityPoolId})`} />
              ))}
            </FormSelect>
          </Field>
          {chosen !== '' && <OfPool key={chosen} pool={chosen} {...fill} />}
        </>
      )}
    </Loaded>
  );
}

function OfPool({ pool, replaces, fill }: Fill & { pool: string }) {
  const text = useText();
  const api = useApi();
  const templates = useLoad(() => api.get<RoleTemplate[]>(`/identity-pools/${encodeURIComponent(pool)}/role-templates`), [api, pool]);
  return <Loaded from={templates}>{(all) => <Choice templates={all} replaces={replaces} fill={fill} name={text('template.label')} />}</Loaded>;
}

function Choice({ templates, replaces, fill, name }: Fill & { templates: RoleTemplate[]; name: string }) {
  const text = useText();
  const [at, setAt] = useState(0);
  const [used, setUsed] = useState(-1);
  const use = (index: number) => {
    const template = templates[index];
    if (template) {
      fill({ trustPolicy: pretty(template.trustPolicy), permissions: pretty(template.permissions) });
      setUsed(index);
    }
  };
  const choose = (index: number) => {
    setAt(index);
    if (!replaces) {
      use(index);
    }
  };
  useEffect(() => choose(0), []);
  return (
    <Field id="role-template" label={name} help={text('template.help')}>
      <FormSelect id="role-template" value={at} onChange={(_event, index) => choose(Number(index))}>
        {templates.map(({ template, provider }, index) => (
          <FormSelectOption key={index} value={index} label={text(`template.${template}`, { provider: provider ?? '' })} />
        ))}
      </FormSelect>
      {replaces && used !== at && (
        <Button variant="link" isInline onClick={() => use(at)}>
          {text('template.replace')}
        </Button>
      )}
    </Field>
  );
}
