# Untried: no Docker engine runs where this was written. docs/operations.md says what was tried instead.

FROM node:22-bookworm-slim AS assets
WORKDIR /work/src/Ui
COPY src/Ui/package.json src/Ui/package-lock.json src/Ui/.npmrc ./
RUN npm ci
COPY src/Ui/ ./
RUN npm run build

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /work
COPY . .
COPY --from=assets /work/src/Ui/wwwroot src/Ui/wwwroot
RUN dotnet publish src/Host -c Release -o /app -p:RunAnalyzers=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS runtime

# Debian, not the image's own Ubuntu: there Chromium is a snap, which no container can start.
FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        ca-certificates tzdata libicu72 libssl3 libstdc++6 zlib1g \
        chromium libvips-tools poppler-utils fonts-noto-core util-linux curl \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --create-home --home-dir /home/project06 --uid 10006 project06
COPY --from=runtime /usr/share/dotnet /usr/share/dotnet
COPY --from=build /app /app
ENV DOTNET_ROOT=/usr/share/dotnet \
    DOTNET_CLI_TELEMETRY_OPTOUT=1 \
    ASPNETCORE_ENVIRONMENT=Production \
    ASPNETCORE_HTTP_PORTS=8006
USER 10006
WORKDIR /app
EXPOSE 8006
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
    CMD curl -fsS http://127.0.0.1:8006/healthz/live || exit 1
ENTRYPOINT ["/usr/share/dotnet/dotnet", "Project06.Host.dll"]
