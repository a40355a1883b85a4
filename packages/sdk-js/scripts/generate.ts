/**
 * Everything of the SDK that follows from the schema: documents in operations/, and types, functions, error codes and
 * the manifest of persisted documents in src/generated. Run by `npm run gen`, with the package as working directory.
 */
import { generateFiles, writeIfChanged, writeOperationFiles } from '../codegen/run.js';
import { emitErrors } from '../codegen/emit-errors.js';
import { emitOperations } from '../codegen/emit-operations.js';
import { emitTypes } from '../codegen/emit-types.js';
import { emitManifest } from '../codegen/emit-manifest.js';

await writeOperationFiles();
await generateFiles({
  'src/generated/types.ts': emitTypes,
  'src/generated/operations.ts': emitOperations,
  'src/generated/documents.json': emitManifest,
});
await writeIfChanged('src/generated/errors.ts', emitErrors());
