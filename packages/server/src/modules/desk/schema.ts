import './schema-tags.js';
import './schema-notes.js';
import './schema-customers.js';
import './schema-cases.js';
