import type { Config } from './pools';

/** One text; empty where it is not set. */
export function textOf(config: Config, property: string): string {
  return config[property]?.[0] ?? '';
}

/** What has a structure is JSON in one value. The server takes none that is not. */
export function jsonOf<T>(config: Config, property: string, otherwise: T): T {
  const json = textOf(config, property);
  return json === '' ? otherwise : JSON.parse(json);
}

/** ARNs: one is a value, several are a JSON list, or in no order values of their own. */
export function arnsOf(config: Config, property: string): string[] {
  const values = config[property] ?? [];
  return values[0]?.startsWith('[') ? JSON.parse(values[0]) : values;
}

/** An empty text is no setting. */
export function oneText(text: string): string[] {
  return text === '' ? [] : [text];
}

/** Nor is an empty list or object. */
export function oneJson(value: object): string[] {
  return Object.keys(value).length === 0 ? [] : [JSON.stringify(value)];
}

/** As {@link arnsOf} reads them, in this order. */
export function arnList(arns: string[]): string[] {
  return arns.length < 2 ? arns : [JSON.stringify(arns)];
}

/** As the server has the name of a pool: letters, digits, spaces and some signs. */
export function isPoolName(typed: string): boolean {
  return /^[\w\s+=,.@-]{1,128}$/.test(typed);
}
