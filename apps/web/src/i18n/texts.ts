/** The same keys with other texts: what `en` has to be for `zh`. */
export type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
