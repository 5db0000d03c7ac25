import { Button, FormSection, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { Loaded, useLoad } from '../../../shared/parts/load';
import { useText } from '../../../shared/texts';
import { useAccess, useApi, useHref } from '../../console';
import type { Component } from '../../model/pools';
import { type NamedDocument, namedDocuments, namedValue, policyArn, POLICY_TYPE } from '../../model/roles';
import { CheckList } from '../../parts/check-list';
import { Field } from '../../parts/field';
import { type Typed, useForm } from '../../parts/form';
import { pretty } from '../../parts/policy-editor';
import { SaveForm } from '../../parts/save';
import { InlinePolicies, inlineProblem } from './inline-policies';
import type { Role, RoleTab } from './tab';

type Permissions = { inline: NamedDocument[]; managed: string[]; boundary: string };

/** What sessions of the role may do. */
export function PermissionsTab({ role, save }: RoleTab) {
  const text = useText();
  const href = useHref();
  const { changeRealm } = useAccess();
  const typed = useForm(permissionsOf(role));
  const { values, set, changed, revert } = typed;
  return (
    <SaveForm
      label={text('role.tab.permissions')}
      done={text('role.saved')}
      ready={changed && !values.inline.some((_policy, at) => inlineProblem(values.inline, at))}
      allowed={changeRealm}
      save={() =>
        save({
          inlinePolicies: values.inline.map(namedValue),
          managedPolicyArns: values.managed,
          permissionsBoundary: values.boundary === '' ? [] : [values.boundary],
        })
      }
      changed={changed}
      onRevert={revert}
    >
      <div>
        <Button variant="link" isInline component="a" href={href('simulator', role.name)}>
          {text('role.simulate')}
        </Button>
      </div>
      <FormSection title={text('role.inline')} titleElement="h2">
        <InlinePolicies policies={values.inline} onChange={(inline) => set({ inline })} readOnly={!changeRealm} />
      </FormSection>
      <Managed role={role} typed={typed} readOnly={!changeRealm} />
    </SaveForm>
  );
}

function permissionsOf({ component: { config } }: Role): Permissions {
  return {
    inline: namedDocuments(config.inlinePolicies)
      .map((policy) => ({ ...policy, document: pretty(policy.document) }))
      .sort((one, other) => one.name.localeCompare(other.name)),
    managed: config.managedPolicyArns ?? [],
    boundary: config.permissionsBoundary?.[0] ?? '',
  };
}

type Part = { role: Role; typed: Typed<Permissions>; readOnly: boolean };

/** Policies of the realm that roles share; and those that the role names and the realm does not have. */
function Managed({ role, typed: { values, set }, readOnly }: Part) {
  const text = useText();
  const api = useApi();
  const policies = useLoad(() => api.get<Component[]>(`/components?type=${POLICY_TYPE}`), [api]);
  const named = role.component.config;
  return (
    <FormSection title={text('role.managed')} titleElement="h2">
      <Loaded from={policies}>
        {(all) => {
          const known = all.map((policy) => policyArn(role.arn, policy)).sort();
          const unknown = (arns: string[] = []) => arns.filter((arn) => !known.includes(arn));
          const choice = (arn: string) => ({ value: arn, label: nameOf(arn), description: arn });
          const gone = (arn: string) => ({ value: arn, label: text('role.managed.unknown', { name: nameOf(arn) }), description: arn });
          const boundaries = unknown(named.permissionsBoundary);
          return (
            <>
              <Field id="role-managed" label={text('role.managed.attached')} group help={text('role.managed.help')}>
                <CheckList
                  id="role-managed"
                  choices={[...known.map(choice), ...unknown(named.managedPolicyArns).map(gone)]}
                  chosen={values.managed}
                  onChange={(managed) => set({ managed })}
                  none={text('role.managed.none')}
                  readOnly={readOnly}
                />
              </Field>
              <Field id="role-boundary" label={text('role.boundary')} help={text('role.boundary.help')}>
                <FormSelect id="role-boundary" value={values.boundary} onChange={(_event, boundary) => set({ boundary })} isDisabled={readOnly}>
                  <FormSelectOption value="" label={text('role.boundary.none')} />
                  {known.map((arn) => (
                    <FormSelectOption key={arn} value={arn} label={nameOf(arn)} />
                  ))}
                  {boundaries.map((arn) => (
                    <FormSelectOption key={arn} value={arn} label={text('role.managed.unknown', { name: arn })} />
                  ))}
                </FormSelect>
              </Field>
            </>
          );
        }}
      </Loaded>
    </FormSection>
  );
}

function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
