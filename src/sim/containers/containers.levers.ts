/** Tasks are placed on Fargate’s warm pool before instances of the cluster. */
export const ON_FARGATE = 'tasks-on-fargate';
