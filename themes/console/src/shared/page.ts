/** Our app once it is in the page. */
export type Mounted<Place> = { show(place: Place | undefined): void };

type App<Place> = { load: (host: HTMLElement, styles: string) => Promise<Mounted<Place>>; styles: string };

/** Where in a page of Keycloak's console its menu and its content are. */
export type Selectors = { menu: string; main: string };

/**
 * The page of one of Keycloak's consoles, which goes its own way: after each of its changes what is ours is made to fit.
 * Its own elements stay where they are, since they belong to another program: ours come beside them, and it is one of
 * the two that is seen.
 */
export class HostPage<Place> {
  private readonly host = element('main', { id: 'keypool', class: 'pf-v5-c-page__main', tabindex: '-1' });
  private app: Promise<Mounted<Place>> | undefined;

  constructor(
    private readonly selectors: Selectors,
    private readonly parts: App<Place>,
  ) {}

  /** @param fit called with the elements of the page after each change of it */
  watch(fit: (menu: Element, main: HTMLElement) => void): () => void {
    const look = () => {
      const menu = document.querySelector(this.selectors.menu);
      const main = document.querySelector<HTMLElement>(this.selectors.main);
      if (menu && main) {
        fit(menu, main);
      }
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    // Keycloak's console changes the address by itself, which no older event tells.
    navigation.addEventListener('currententrychange', look);
    look();
    return look;
  }

  /** Ours in the place of Keycloak's; or, without a place, Keycloak's again. */
  async show(main: HTMLElement, place: Place | undefined): Promise<void> {
    main.classList.toggle('keypool-open', place !== undefined);
    if (main.nextSibling !== this.host) {
      main.after(this.host);
    }
    if (place || this.app) {
      this.app ??= this.parts.load(this.host, this.parts.styles);
      (await this.app).show(place);
    }
  }
}

export function element(name: string, attributes: Record<string, string>, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    made.setAttribute(attribute, value);
  }
  made.append(...children);
  return made;
}

/** An entry of a menu, as PatternFly's looks. */
export function entry(id: string, text: string, href: string, current: boolean): HTMLElement {
  const link = element(
    'a',
    {
      id,
      href,
      class: `pf-v5-c-nav__link${current ? ' pf-m-current' : ''}`,
      ...(current ? { 'aria-current': 'page' } : {}),
    },
    text,
  );
  return element('li', { class: 'pf-v5-c-nav__item' }, link);
}

/** What the server says to the console; it stands in the page. */
export function environment<T>(): T {
  return JSON.parse(document.getElementById('environment')!.textContent!) as T;
}
