import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useNavigate, type NavigateOptions } from 'react-router';
import { isComparing, isPast, malformedIn, movedTo, pointIn, withPoint, type Malformed, type Point } from './point.ts';
import { useSearchParams } from './use-search-params.ts';

/** Where in time the page stands, by its address. */
interface Standpoint {
  readonly point: Point;
  /** Whether this is a past state: then nothing can be filed, and the feed changes nothing. */
  readonly past: boolean;
  readonly comparing: boolean;
  /** What the address says as a point and is none; it is left out of `point`. */
  readonly malformed: readonly Malformed[];
  /** Goes to another point on the same page; `{}` is now. */
  readonly go: (point: Point) => void;
}

export function usePoint(): Standpoint {
  const [search, setSearch] = useSearchParams();
  const text = search.toString();
  const go = useCallback((point: Point) => setSearch((now) => movedTo(now, point)), [setSearch]);
  return useMemo(() => {
    const asked = new URLSearchParams(text);
    const point = pointIn(asked);
    return { point, past: isPast(point), comparing: isComparing(point), malformed: malformedIn(asked), go };
  }, [text, go]);
}

/** Navigates as `useNavigate` does, and keeps the point; not any more once the component that would is gone. */
export function useGo(): (to: string, options?: NavigateOptions) => void {
  const navigate = useNavigate();
  const { point } = usePoint();
  const isThere = useRef(false);
  useEffect(() => {
    isThere.current = true;
    return () => void (isThere.current = false);
  }, []);
  return useCallback(
    (to, options) => {
      if (isThere.current) void navigate(withPoint(to, point), options);
    },
    [navigate, point],
  );
}
