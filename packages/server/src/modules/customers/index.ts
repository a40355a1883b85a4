export { accessCustomer, type CustomerKey } from './access.js';
export { readAttributes } from './attributes.js';
export { listPayments } from './payments.js';
export { PaymentConnection } from './schema-types.js';
