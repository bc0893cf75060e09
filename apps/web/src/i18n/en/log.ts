/** The log. */
export const log = {
  title: 'Log',
  seq: 'Number',
  type: 'Event',
  at: 'Recorded at',
  stream: 'Stream',
};
