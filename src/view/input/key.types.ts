/** A key: the character itself, or a name such as `enter`, `shift-tab`, `ctrl-c`. */
export type Key = string;
