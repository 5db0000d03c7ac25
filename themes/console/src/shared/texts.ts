import { createContext, useContext, useMemo } from 'react';
import type { Messages } from './messages';

export const MessagesContext = createContext<Messages | undefined>(undefined);

export function useMessages(): Messages {
  const messages = useContext(MessagesContext);
  if (!messages) {
    throw new Error('no messages');
  }
  return messages;
}

/** Texts: text('pools.empty', { name }) */
export function useText(): (key: string, values?: Record<string, string | number>) => string {
  const messages = useMessages();
  return useMemo(() => messages.text.bind(messages), [messages]);
}
