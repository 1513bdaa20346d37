import { type ReactNode, useEffect, useRef } from 'react';

type PageHeadingProps = {
  /** Of the browser's tab; never anything a person typed. */
  readonly title: string;
  /** A view that replaces another on the same page takes the focus, so that it is read out. */
  readonly takesFocus?: boolean;
  readonly caption?: ReactNode;
  readonly size?: 'l' | 'xl';
  readonly children: ReactNode;
};

export function PageHeading(props: PageHeadingProps): ReactNode {
  const { title, takesFocus = false, caption, size = 'l', children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(title);
  useEffect(() => {
    if (takesFocus) focusOn(heading.current);
  }, [takesFocus]);
  return (
    <h1 ref={heading} tabIndex={-1} className={`nhsuk-heading-${size} page-heading`}>
      {caption !== undefined && <span className="nhsuk-caption-l">{caption} </span>}
      {children}
    </h1>
  );
}

function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – Coterminosity`;
  }, [title]);
}

function focusOn(element: HTMLElement | null): void {
  window.scrollTo(0, 0);
  element?.focus({ preventScroll: true });
}
