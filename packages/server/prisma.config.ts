import { defineConfig } from 'prisma/config';

// Only `prisma generate` runs through this file. Migrations are applied by `parley migrate`.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
