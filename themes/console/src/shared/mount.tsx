import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Messages } from './messages';
import type { Mounted } from './page';
import { Alerts } from './parts/alerts';
import { MessagesContext } from './texts';

/** A React app in Keycloak's page. It is drawn again when it is at another place. */
export async function mounted<Place>(
  host: HTMLElement,
  styles: string,
  messages: Messages,
  draw: (place: Place) => ReactNode,
): Promise<Mounted<Place>> {
  await stylesheet(styles);
  const root = createRoot(host);
  let shown: string | undefined;
  return {
    show: (place) => {
      const key = JSON.stringify(place);
      if (key !== shown) {
        shown = key;
        root.render(
          place && (
            <MessagesContext.Provider value={messages}>
              <Alerts>{draw(place)}</Alerts>
            </MessagesContext.Provider>
          ),
        );
      }
    },
  };
}

/** A page without its looks is not shown. */
function stylesheet(href: string): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error(`${href} is missing`)));
    document.head.append(link);
  });
}
