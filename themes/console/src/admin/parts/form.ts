import { useMemo, useState } from 'react';

/** What stands in a form, and whether it is something else than what was there. */
export type Typed<T> = { values: T; set: (values: Partial<T>) => void; changed: boolean; revert: () => void };

export function useForm<T extends object>(initial: T): Typed<T> {
  const [first] = useState(initial);
  const [values, setValues] = useState(initial);
  return useMemo(
    () => ({
      values,
      set: (some) => setValues((all) => ({ ...all, ...some })),
      changed: JSON.stringify(values) !== JSON.stringify(first),
      revert: () => setValues(first),
    }),
    [values, first],
  );
}
