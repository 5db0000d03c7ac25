type Values = Record<string, string | number>;

/** Texts of the theme, in somebody's language: what is not there shows its key. */
export class Messages {
  private constructor(
    readonly locale: string,
    private readonly texts: Map<string, string>,
  ) {}

  /** From where Keycloak's consoles have theirs, so that a realm can put its own texts in the place of ours. */
  static async load(baseUrl: string, realm: string, theme: 'admin' | 'account', locale: string): Promise<Messages> {
    const response = await fetch(`${baseUrl}/resources/${encodeURIComponent(realm)}/${theme}/${locale}`);
    const entries: { key: string; value: string }[] = await response.json();
    return new Messages(locale, new Map(entries.map(({ key, value }) => [key, value])));
  }

  /** Values stand in the text as {{name}}. */
  text(key: string, values: Values = {}): string {
    const text = this.texts.get(`keypool.${key}`) ?? missing(key);
    return text.replaceAll(/{{(\w+)}}/g, (place, name) => String(values[name] ?? place));
  }

  has(key: string): boolean {
    return this.texts.has(`keypool.${key}`);
  }

  time(millis: number): string {
    return new Intl.DateTimeFormat(this.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(millis);
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.locale).format(value);
  }
}

/** Shown in its place, and told to whoever translates. */
function missing(key: string): string {
  console.error(`There is no text keypool.${key}`);
  return key;
}
