export const CHANGE_OPTIONS = {
	switch: {type: 'string', multiple: true},
	set: {type: 'string', multiple: true},
} as const;

export type ChangeValues = {
	readonly switch?: readonly string[] | undefined;
	readonly set?: readonly string[] | undefined;
};
