import { Api } from '../shared/api';
import type { Messages } from '../shared/messages';
import { mounted } from '../shared/mount';
import type { Mounted } from '../shared/page';
import { Identities } from './identities';

export function mount(host: HTMLElement, styles: string, messages: Messages, api: Api): Promise<Mounted<string>> {
  return mounted<string>(host, styles, messages, () => <Identities api={api} />);
}
