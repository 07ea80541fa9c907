/** Why nothing can be ordered or noted where one only looks on. */
export const READ_ONLY = 'This is read-only: it takes no commands and no notes.';
