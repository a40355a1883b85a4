import './schema-types.js';
