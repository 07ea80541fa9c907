export * from './may-order.ts';
export * from './plan.ts';
export * from './sees-of.ts';
