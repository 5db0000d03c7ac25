import { useMemo } from 'react';
import { useText } from '../../shared/texts';

/** What logins are stored by, in words. */
export function useProviderName(): (provider: string) => string {
  const text = useText();
  return useMemo(
    () => (provider) => {
      if (provider === 'realm') {
        return text('provider.realm');
      }
      const [, kind, name] = /^(saml|developer):(.+)$/.exec(provider) ?? [];
      return kind && name ? text(`provider.${kind}`, { name }) : provider;
    },
    [text],
  );
}
