import { type ReactNode, useEffect, useRef } from 'react';

/** The sizes of PatternFly's Title, which cannot be focused: it takes no ref. */
const SIZES = { h1: '2xl', h2: 'xl' } as const;

type Props = {
  level: keyof typeof SIZES;
  /** Another one is news: who cannot see it hears the heading. */
  news: unknown;
  children: ReactNode;
};

/** A heading of what has just appeared. It has the focus then, and is in sight. */
export function Heading({ level: Level, news, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [news]);
  return (
    <Level className={`pf-v5-c-title pf-m-${SIZES[Level]} keypool-title`} tabIndex={-1} ref={heading}>
      {children}
    </Level>
  );
}
