import type { ContextType, Question } from '../../model/simulation';

/** A condition key of the request as it is typed; of a list each line is a value. */
export type ContextKey = { key: string; type: ContextType; value: string };

export const SOURCES = ['role', 'policies', 'user'] as const;

export type Source = (typeof SOURCES)[number];

/** What stands in the form; of actions and resources each line is one. */
export type Trial = {
  source: Source;
  /** Name or ARN. */
  role: string;
  user: string;
  policies: string[];
  actions: string;
  resources: string;
  context: ContextKey[];
};

const EXAMPLE_POLICY = JSON.stringify(
  { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::demo-public/*' }] },
  null,
  2,
);

/** Between several in an address; line breaks and tabs do not come through Keycloak's console and a sign-in. */
const BETWEEN = '|';

/** simulator/{role}/{actions}/{resources}: so what was asked can be asked again, but for the context. */
export function trialOf([, role = '', actions = '', resources = '']: string[]): Trial {
  return {
    source: 'role',
    role,
    user: '',
    policies: [EXAMPLE_POLICY],
    actions: actions.replaceAll(BETWEEN, '\n'),
    resources: resources.replaceAll(BETWEEN, '\n'),
    context: [],
  };
}

/** Nothing for what cannot be told in an address. */
export function pathOf({ source, role, actions, resources }: Trial): string[] | undefined {
  if (source !== 'role' || `${actions}${resources}`.includes(BETWEEN)) {
    return undefined;
  }
  const path = ['simulator', role, lines(actions).join(BETWEEN), lines(resources).join(BETWEEN)];
  return path.filter((segment) => segment !== '');
}

export function isComplete(trial: Trial): boolean {
  const given = trial.source === 'policies' ? trial.policies.some((document) => document.trim() !== '') : trial[trial.source].trim() !== '';
  return given && lines(trial.actions).length > 0 && !trial.context.some(({ key, value }) => key.trim() === '' && value !== '');
}

export function questionOf(trial: Trial): Question {
  return {
    ...principal(trial),
    actions: lines(trial.actions),
    resources: lines(trial.resources),
    context: trial.context
      .filter(({ key }) => key.trim() !== '')
      .map(({ key, type, value }) => ({ key: key.trim(), type, values: isList(type) ? lines(value) : [value.trim()] })),
  };
}

function principal({ source, role, user, policies }: Trial): Pick<Question, 'role' | 'user' | 'policies'> {
  switch (source) {
    case 'role':
      return { role };
    case 'user':
      return { user: user.trim() };
    case 'policies':
      return { policies: policies.filter((document) => document.trim() !== '') };
  }
}

export function isList(type: ContextType): boolean {
  return type.endsWith('List');
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
