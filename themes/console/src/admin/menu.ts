import { Api, Refused } from '../shared/api';
import { Messages } from '../shared/messages';
import { element, entry, environment as environmentOf, HostPage } from '../shared/page';
import { byFrame, type Environment, Session } from '../shared/session';
import { Access } from './access';
import { hrefOf, type Place, placeOf, realmOf } from './place';

/** What Keycloak's console looks like where we touch it; AdminConsoleIT tells when a new version is another one. */
const CONSOLE = { menu: '.keycloak__page_nav__nav nav', main: '#kc-main-content-page-container' };

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

const environment = environmentOf<Environment>();
const session = new Session(environment, new URL('messages.json', location.origin + location.pathname).href, byFrame);
const own = new Api(`${environment.adminBaseUrl}/admin/${encodeURIComponent(environment.realm)}`, session);
const accesses = new Map<string, Access>();
const asked = new Set<string>();
let messages: Messages | undefined;

const page = new HostPage<Place & { access: Access }>(CONSOLE, {
  load: async (host, styles) => {
    const app: typeof import('./app') = await import(APP);
    return app.mount(host, styles, { environment, session, messages: messages! });
  },
  styles: new URL(APP_STYLES, import.meta.url).href,
});
const look = page.watch(fit);

function fit(menu: Element, main: HTMLElement): void {
  const realm = realmOf(location.hash) ?? environment.realm;
  const access = accesses.get(realm);
  if (!access || !messages) {
    void learn(realm);
    return;
  }
  const place = placeOf(location.hash);
  draw(menu, messages, realm, access, place);
  void page.show(main, place && { ...place, access });
}

/** Once for each realm. Who may see nothing of it has no menu, as in Keycloak's own. */
async function learn(realm: string): Promise<void> {
  if (asked.has(realm)) {
    return;
  }
  asked.add(realm);
  try {
    const who = await own.get<WhoAmI>(`/console/whoami?currentRealm=${encodeURIComponent(realm)}`);
    messages ??= await Messages.load(environment.adminBaseUrl, environment.realm, 'admin', who.locale);
    accesses.set(realm, new Access(who.realm_access[realm] ?? []));
    look();
  } catch (failure) {
    if (!(failure instanceof Refused && failure.status === 403)) {
      console.warn('The pages of identity pools are not shown until the next reload:', failure);
    }
  }
}

/** The group of our entries, after Keycloak's own; again when it is another realm or page, or Keycloak drew its menu anew. */
function draw(menu: Element, texts: Messages, realm: string, access: Access, place: Place | undefined): void {
  const current = place && (place.path[0] ?? '');
  const state = `${realm} ${current}`;
  const drawn = document.getElementById('keypool-menu');
  if (drawn?.dataset.state === state && drawn.parentElement === menu) {
    return;
  }
  drawn?.remove();
  const open = ENTRIES.filter((one) => one.open(access));
  if (open.length === 0) {
    return;
  }
  const title = 'keypool-menu-title';
  const group = element(
    'section',
    { id: 'keypool-menu', class: 'pf-v5-c-nav__section', 'aria-labelledby': title },
    element('h2', { id: title, class: 'pf-v5-c-nav__section-title' }, texts.text('menu')),
    element(
      'ul',
      { class: 'pf-v5-c-nav__list', role: 'list' },
      ...open.map(({ name, path, pages }) =>
        entry(
          `keypool-menu-${name}`,
          texts.text(`menu.${name}`),
          hrefOf(realm, ...path),
          current !== undefined && pages.includes(current),
        ),
      ),
    ),
  );
  group.dataset.state = state;
  menu.append(group);
}
