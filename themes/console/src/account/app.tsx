import { createRoot, type Root } from 'react-dom/client';
import { Access } from '../admin/access';
import { type Console, ConsoleContext } from '../admin/console';
import { Alerts } from '../admin/parts/alerts';
import type { Mounted } from '../shared/page';
import { stylesheet } from '../shared/page';
import { Identities } from './identities';

type Parts = Pick<Console, 'environment' | 'session' | 'messages'>;

export async function mount(host: HTMLElement, styles: string, parts: Parts): Promise<Mounted<string>> {
  await stylesheet(styles);
  return new App(createRoot(host), parts);
}

class App implements Mounted<string> {
  private shown: string | undefined;

  constructor(
    private readonly root: Root,
    private readonly parts: Parts,
  ) {}

  show(place: string | undefined): void {
    if (place === this.shown) {
      return;
    }
    this.shown = place;
    const console = { ...this.parts, realm: this.parts.environment.realm, path: [], access: new Access([]) };
    this.root.render(
      place && (
        <ConsoleContext.Provider value={console}>
          <Alerts>
            <Identities />
          </Alerts>
        </ConsoleContext.Provider>
      ),
    );
  }
}
