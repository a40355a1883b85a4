/** One typed hook per query and mutation, in src/generated/operations.ts. Run by `npm run gen` after the SDK's own step. */
import { emitReact } from '../../sdk-js/codegen/emit-react.js';
import { generateFiles } from '../../sdk-js/codegen/run.js';

await generateFiles({ 'src/generated/operations.ts': emitReact });
