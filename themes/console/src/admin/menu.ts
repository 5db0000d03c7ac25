import { Api, Refused } from '../shared/api';
import { Messages } from '../shared/messages';
import { type Environment, Session, SignedOut } from '../shared/session';
import { Access } from './access';
import type { Mounted } from './app';
import { hrefOf, type Place, placeOf, realmOf } from './place';

/** What Keycloak's console looks like where we touch it; ConsoleMenuIT tells when a new version is another one. */
const NAVIGATION = '.keycloak__page_nav__nav nav';
const MAIN = '#kc-main-content-page-container';

/** Entries of the menu, each with the pages that are behind it. */
const ENTRIES: { name: string; path: string[]; pages: string[]; open: (access: Access) => boolean }[] = [
  { name: 'overview', path: ['overview'], pages: ['overview'], open: (access) => access.seePools },
  { name: 'pools', path: [], pages: ['', 'add', 'pool'], open: (access) => access.seePools },
  { name: 'identities', path: ['identities'], pages: ['identities', 'identity'], open: (access) => access.seePools },
  { name: 'roles', path: ['roles'], pages: ['roles'], open: (access) => access.seeRealm },
  { name: 'simulator', path: ['simulator'], pages: ['simulator'], open: (access) => access.seeRealm },
  { name: 'refusals', path: ['refusals'], pages: ['refusals'], open: (access) => access.seeEvents },
];

type WhoAmI = { locale: string; realm_access: Record<string, string[]> };

const environment: Environment = JSON.parse(document.getElementById('environment')!.textContent!);
const session = new Session(environment, new URL('messages.json', location.origin + location.pathname).href);
const own = new Api(`${environment.adminBaseUrl}/admin/${encodeURIComponent(environment.realm)}`, session);

/** In Keycloak's console, which goes its own way: after each change of its page ours is made to fit. */
class Menu {
  private messages: Messages | undefined;
  private readonly accesses = new Map<string, Access>();
  private readonly asked = new Set<string>();
  private readonly host = element('div', { id: 'keypool' });
  private app: Promise<Mounted> | undefined;

  watch(): void {
    new MutationObserver(() => this.fit()).observe(document.body, { childList: true, subtree: true });
    window.addEventListener('hashchange', () => this.fit());
    this.fit();
  }

  private fit(): void {
    const navigation = document.querySelector(NAVIGATION);
    const main = document.querySelector<HTMLElement>(MAIN);
    if (!navigation || !main) {
      return;
    }
    const realm = realmOf(location.hash) ?? environment.realm;
    const access = this.accesses.get(realm);
    if (!access || !this.messages) {
      void this.learn(realm);
      return;
    }
    const place = placeOf(location.hash);
    this.draw(navigation, this.messages, realm, access, place);
    void this.show(main, this.messages, access, place);
  }

  /** Once for each realm. Who may see nothing of it has no menu, as in Keycloak's own. */
  private async learn(realm: string): Promise<void> {
    if (this.asked.has(realm)) {
      return;
    }
    this.asked.add(realm);
    try {
      const who = await own.get<WhoAmI>(`/console/whoami?currentRealm=${encodeURIComponent(realm)}`);
      this.messages ??= await Messages.load(environment.adminBaseUrl, environment.realm, 'admin', who.locale);
      this.accesses.set(realm, new Access(who.realm_access[realm] ?? []));
      this.fit();
    } catch (failure) {
      if (failure instanceof Refused && failure.status < 500) {
        return;
      }
      this.asked.delete(realm);
      if (!(failure instanceof SignedOut)) {
        throw failure;
      }
    }
  }

  private draw(
    navigation: Element,
    messages: Messages,
    realm: string,
    access: Access,
    place: Place | undefined,
  ): void {
    const page = place && (place.path[0] ?? '');
    const state = `${realm} ${page}`;
    const drawn = document.getElementById('keypool-menu');
    if (drawn?.dataset.state === state && drawn.parentElement === navigation) {
      return;
    }
    drawn?.remove();
    const open = ENTRIES.filter((entry) => entry.open(access));
    if (open.length === 0) {
      return;
    }
    const group = element('section', { id: 'keypool-menu', class: 'pf-v5-c-nav__section', 'aria-labelledby': 'keypool-menu-title' });
    group.dataset.state = state;
    const title = element('h2', { id: 'keypool-menu-title', class: 'pf-v5-c-nav__section-title' });
    title.textContent = messages.text('menu');
    const list = element('ul', { class: 'pf-v5-c-nav__list', role: 'list' });
    for (const entry of open) {
      const current = page !== undefined && entry.pages.includes(page);
      const link = element('a', {
        id: `keypool-menu-${entry.name}`,
        class: `pf-v5-c-nav__link${current ? ' pf-m-current' : ''}`,
        href: hrefOf(realm, ...entry.path),
        ...(current ? { 'aria-current': 'page' } : {}),
      });
      link.textContent = messages.text(`menu.${entry.name}`);
      const item = element('li', { class: 'pf-v5-c-nav__item' });
      item.append(link);
      list.append(item);
    }
    group.append(title, list);
    navigation.append(group);
  }

  /** Our page in the place of Keycloak's, which says of our addresses that there is none. */
  private async show(main: HTMLElement, messages: Messages, access: Access, place: Place | undefined): Promise<void> {
    main.classList.toggle('keypool-open', place !== undefined);
    if (this.host.parentElement !== main) {
      main.append(this.host);
    }
    if (!place && !this.app) {
      return;
    }
    this.app ??= import(APP).then((app: typeof import('./app')) =>
      app.mount(this.host, new URL(APP_STYLES, import.meta.url).href, { environment, session, messages }),
    );
    (await this.app).show(place && { ...place, access });
  }
}

function element(name: string, attributes: Record<string, string>): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    made.setAttribute(attribute, value);
  }
  return made;
}

new Menu().watch();
