export type {Mode} from './binding.types.ts';
export * from './key-help.ts';
export {
	BINDINGS,
	bindingOf,
	DEFAULT_KEYMAP,
	isBindingId,
	isIn,
	keysOn,
	modeOf,
	panelOf,
	whyNot,
	type BindingId,
	type IdOf,
} from './keymap.ts';
export {keymapWith, type Remapped, type Remaps} from './remap.ts';
