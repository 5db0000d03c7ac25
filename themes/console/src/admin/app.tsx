import type { Messages } from '../shared/messages';
import { mounted } from '../shared/mount';
import type { Mounted } from '../shared/page';
import type { Environment, Session } from '../shared/session';
import type { Access } from './access';
import { ConsoleContext } from './console';
import { Pages } from './pages';
import type { Place } from './place';

type Parts = { environment: Environment; session: Session; messages: Messages };

type Shown = Place & { access: Access };

export function mount(host: HTMLElement, styles: string, { messages, ...parts }: Parts): Promise<Mounted<Shown>> {
  return mounted<Shown>(host, styles, messages, (place) => (
    <ConsoleContext.Provider value={{ ...parts, ...place }}>
      <Pages key={place.realm} />
    </ConsoleContext.Provider>
  ));
}
