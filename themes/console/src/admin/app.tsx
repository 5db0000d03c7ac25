import { createRoot, type Root } from 'react-dom/client';
import { type Mounted, stylesheet } from '../shared/page';
import { type Console, ConsoleContext } from './console';
import type { Access } from './access';
import type { Place } from './place';
import { Alerts } from './parts/alerts';
import { Pages } from './pages';

type Parts = Pick<Console, 'environment' | 'session' | 'messages'>;

type Shown = Place & { access: Access };

export async function mount(host: HTMLElement, styles: string, parts: Parts): Promise<Mounted<Shown>> {
  await stylesheet(styles);
  return new App(createRoot(host), parts);
}

class App implements Mounted<Shown> {
  private shown = '';

  constructor(
    private readonly root: Root,
    private readonly parts: Parts,
  ) {}

  show(place: Shown | undefined): void {
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
