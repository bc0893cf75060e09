/** Registering a project. */
export const register = {
  title: 'Register a project',
  hint: 'Name and zone are needed, the rest can be filed later. A zone that is not there yet can be added here. Signing, land, start, investment and the rest are filed on the page of the project.',
  submit: 'Register',
  past: 'You are looking at a past state: no project can be registered there.',
  toNow: 'Back to now',
};
