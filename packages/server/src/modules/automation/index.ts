export { startAutomation, stopAutomation } from './node.js';
