# The server as an image: docker build -t parley .
# Building needs the npm registry; the image runs without a network of its own. docs/operations.md says what of this was run.
ARG NODE_VERSION=22

FROM node:${NODE_VERSION}-bookworm-slim AS build
WORKDIR /src
RUN npm install --global pnpm@10.34.9
# The manifests alone first, so that a change of the sources does not install everything again.
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY deploy/image/package.json deploy/image/
COPY packages/server/package.json packages/server/
COPY packages/sdk-js/package.json packages/sdk-js/
RUN pnpm install --frozen-lockfile --ignore-scripts --filter '@parley/image...' --filter parley
COPY tsconfig.base.json tsconfig.source.json ./
COPY scripts scripts
COPY packages/sdk-js packages/sdk-js
COPY packages/server packages/server
RUN node --input-type=module -e "const { build } = await import('/src/scripts/lib/build.mjs'); await build({ only: ['packages/sdk-js', 'packages/server'] });" && \
    pnpm --filter @parley/image deploy --legacy --prod --ignore-scripts /app

FROM node:${NODE_VERSION}-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 PARLEY_DATA_DIR=/data
WORKDIR /app
COPY --from=build /app ./
# Only the embedded database writes, and only here.
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 4000
# Alive, not ready: a node without its database is to be waited for, not restarted.
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD node -e "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
# The server listens to SIGTERM itself and starts no other process, so it needs no init; `docker run --init` does no harm.
ENTRYPOINT ["node", "node_modules/@parley/server/bin/parley.js"]
CMD ["serve"]
