import { FormSelect, FormSelectOption, TextInput } from '@patternfly/react-core';
import { useLoad } from '../../shared/parts/load';
import { useText } from '../../shared/texts';
import { useAccess, useApi } from '../console';
import type { RoleSummary } from '../model/roles';

/** Undefined while they are asked for, null where somebody may not see them. */
export type Roles = RoleSummary[] | null | undefined;

/** The roles of the realm. Where they cannot be told, their ARNs can still be typed. */
export function useRoles(): Roles {
  const api = useApi();
  const { seeRealm } = useAccess();
  const { value, failure } = useLoad<Roles>(
    async () => (seeRealm ? api.get<RoleSummary[]>('/iam/roles') : null),
    [api, seeRealm],
  );
  return failure === undefined ? value : null;
}

/** What people call it: the name, which is unique in a realm. */
export function roleName(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

type Props = {
  id?: string;
  label?: string;
  roles: Roles;
  /** The ARN; empty for none. */
  value: string;
  onChange: (arn: string) => void;
  /** Whether there may be no role. */
  optional?: boolean;
  readOnly?: boolean;
};

/** A role by its name, or where the roles are not to be seen, by its ARN. */
export function RoleField({ id, label, roles, value, onChange, optional = false, readOnly = false }: Props) {
  const text = useText();
  const named = { ...(id ? { id } : {}), ...(label ? { 'aria-label': label } : {}) };
  if (roles === null) {
    return (
      <TextInput
        {...named}
        value={value}
        placeholder="arn:aws:iam::000000000000:role/…"
        onChange={(_event, typed) => onChange(typed.trim())}
        isDisabled={readOnly}
      />
    );
  }
  const known = roles?.some(({ arn }) => arn === value);
  return (
    <FormSelect {...named} value={value} onChange={(_event, chosen) => onChange(chosen)} isDisabled={readOnly}>
      {(optional || value === '') && <FormSelectOption value="" label={text(optional ? 'role.none' : 'role.choose')} />}
      {value !== '' && !known && (
        <FormSelectOption value={value} label={roles ? text('role.unknown', { role: value }) : roleName(value)} />
      )}
      {roles?.map(({ arn, name, path }) => (
        <FormSelectOption key={arn} value={arn} label={path === '/' ? name : `${path}${name}`} />
      ))}
    </FormSelect>
  );
}
