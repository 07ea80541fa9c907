export const CHANGE_OPTIONS = {
	switch: {type: 'string', multiple: true},
	set: {type: 'string', multiple: true},
} as const;

export type {ChangeValues} from '../play/runs/index.ts';
