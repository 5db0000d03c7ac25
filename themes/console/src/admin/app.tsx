import { createRoot, type Root } from 'react-dom/client';
import { type Console, ConsoleContext } from './console';
import type { Access } from './access';
import type { Place } from './place';
import { Alerts } from './parts/alerts';
import { Pages } from './pages';

type Parts = Pick<Console, 'environment' | 'session' | 'messages'>;

/** The app once it is in the console's page. */
export type Mounted = { show(place: (Place & { access: Access }) | undefined): void };

export async function mount(host: HTMLElement, styles: string, parts: Parts): Promise<Mounted> {
  await stylesheet(styles);
  return new App(createRoot(host), parts);
}

/** A page without its looks is not shown. */
function stylesheet(href: string): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error(`${link.href} is missing`)));
    document.head.append(link);
  });
}

class App implements Mounted {
  private shown = '';

  constructor(
    private readonly root: Root,
    private readonly parts: Parts,
  ) {}

  show(place: (Place & { access: Access }) | undefined): void {
    const key = place ? JSON.stringify([place.realm, place.path]) : '';
    if (key === this.shown) {
      return;
    }
    this.shown = key;
    this.root.render(
      place && (
        <ConsoleContext.Provider value={{ ...this.parts, ...place }}>
          <Alerts>
            <Pages key={place.realm} />
          </Alerts>
        </ConsoleContext.Provider>
      ),
    );
  }
}
