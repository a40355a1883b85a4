#!/usr/bin/env node
import { PROTOCOL_VERSION } from './index.js';

process.stdout.write(`parley protocol ${PROTOCOL_VERSION}\n`);
