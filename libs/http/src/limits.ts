/** The largest body taken: no command comes near it, and the log takes 1 MiB in one append at most. */
export const BODY_BYTES_MAX = 1024 * 1024;
/** Longer path parameters are answered 414; an id has 36 characters. */
export const PARAM_LENGTH_MAX = 200;
/** How long a client may take to send its headers and its body. */
export const REQUEST_MS_MAX = 60_000;
