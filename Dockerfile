# syntax=docker/dockerfile:1
# docs/deploying.md. Targets: serve, the server alone (the default); full, the whole command line, which trains, too; dev, what building
# and testing takes, without the sources.

FROM node:22-bookworm-slim AS web
WORKDIR /src/web
COPY web ./
RUN npm run --silent release

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS sources
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
WORKDIR /src
COPY .editorconfig Directory.Build.props Directory.Build.targets Directory.Packages.props global.json ./
COPY deploy/publish.sh deploy/
COPY src src
COPY --from=web /src/src/Matinee.Api/wwwroot src/Matinee.Api/wwwroot

FROM sources AS publish-serve
RUN --mount=type=cache,target=/root/.nuget/packages \
    MATINEE_WEB=built deploy/publish.sh serve /published

FROM sources AS publish-full
# cpu, or cuda for NVIDIA GPUs, which makes the image several GB larger.
ARG MATINEE_TORCH=cpu
COPY configs configs
RUN --mount=type=cache,target=/root/.nuget/packages \
    MATINEE_WEB=built MATINEE_TORCH=$MATINEE_TORCH deploy/publish.sh full /published

# Debian, as the tests take its Chromium and its PostgreSQL.
FROM node:22-bookworm AS dev
COPY --from=mcr.microsoft.com/dotnet/sdk:10.0 /usr/share/dotnet /usr/share/dotnet
RUN ln -s /usr/share/dotnet/dotnet /usr/local/bin/dotnet \
    && apt-get update \
    && apt-get install --yes --no-install-recommends chromium postgresql \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system safe.directory /matinee
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
WORKDIR /matinee

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS runtime
WORKDIR /matinee
# A new volume takes its owner from here. The rest stays root's: the server can't write where it runs from.
RUN mkdir data models reports && chown "$APP_UID:$APP_UID" data models reports
COPY LICENSE /app/
COPY deploy/ready.sh /usr/local/bin/matinee-ready
# Keys stay on auto: whoever publishes a port without compose.yaml must make a key, or say that none is wanted.
ENV MATINEE_HOST=0.0.0.0 MATINEE_PORT=3000 MATINEE_CACHE=/matinee/data/cache
# ONNX Runtime's official builds report to Microsoft unless this is set before they load.
ENV ORT_DISABLE_TELEMETRY=1
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["bash", "/usr/local/bin/matinee-ready"]
USER $APP_UID

FROM runtime AS full
COPY --from=publish-full /published /app
ENTRYPOINT ["/app/matinee"]
CMD ["serve"]

FROM runtime AS serve
COPY --from=publish-serve /published /app
ENTRYPOINT ["/app/Matinee.Api"]
