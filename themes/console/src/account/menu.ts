import { Api } from '../shared/api';
import { Messages } from '../shared/messages';
import { entry, environment as environmentOf, HostPage } from '../shared/page';
import { byFetch, type Environment, Session } from '../shared/session';

/** What Keycloak's account console looks like where we touch it; AccountConsoleIT tells when a new version is another one. */
const CONSOLE = {
  menu: '.pf-v5-c-page__sidebar .pf-v5-c-nav__list',
  main: 'main.pf-v5-c-page__main',
};

const ID = 'keypool-menu-identities';

/** The part of the console's addresses that is ours; its own pages have no such part. */
const HASH = '#/identities';

type AccountEnvironment = Environment & { baseUrl: string; locale: string };

const environment = environmentOf<AccountEnvironment>();
const session = new Session(environment, environment.baseUrl, byFetch);
const api = new Api(`${environment.serverBaseUrl}/realms/${encodeURIComponent(environment.realm)}/identity-pool/account`, session);
let messages: Messages | undefined;

const page = new HostPage<string>(CONSOLE, {
  load: async (host, styles) => {
    const app: typeof import('./app') = await import(APP);
    return app.mount(host, styles, messages!, api);
  },
  styles: new URL(APP_STYLES, import.meta.url).href,
});

messages = await Messages.load(environment.serverBaseUrl, environment.realm, 'account', environment.locale);
page.watch(fit);

function fit(menu: Element, main: HTMLElement): void {
  const open = location.hash === HASH;
  draw(menu, open);
  void page.show(main, open ? HASH : undefined);
}

/** The entry after Keycloak's own. A page of Keycloak's that is open is not the current one while ours is. */
function draw(menu: Element, open: boolean): void {
  const drawn = document.getElementById(ID);
  if (drawn?.classList.contains('pf-m-current') === open && drawn.closest('ul') === menu) {
    return;
  }
  drawn?.parentElement?.remove();
  menu.append(entry(ID, messages!.text('menu'), `${environment.baseUrl}${HASH}`, open));
}
