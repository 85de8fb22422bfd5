# syntax=docker/dockerfile:1
# gisa: a Korean news article in, structure out. One process, no shell needed, no state.
FROM docker.io/library/debian:bookworm-slim AS build
RUN apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        gcc cmake ninja-build pkg-config libc6-dev libicu-dev libjansson-dev libmicrohttpd-dev libxml2-dev libcurl4-openssl-dev \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
ARG REVISION=unknown
RUN cmake -S . -B /build -G Ninja -DCMAKE_BUILD_TYPE=Release -DGISA_WERROR=ON -DGISA_REVISION=${REVISION} \
    && cmake --build /build \
    && ctest --test-dir /build --output-on-failure -E '^http' \
    && strip /build/gisa

FROM docker.io/library/debian:bookworm-slim
RUN apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        libicu72 libjansson4 libmicrohttpd12 libxml2 \
    && rm -rf /var/lib/apt/lists/*
ARG REVISION=unknown
LABEL org.opencontainers.image.title="gisa" \
      org.opencontainers.image.description="Korean news articles to segments, entities, quotations and a dated timeline" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.revision="${REVISION}"
COPY --from=build /build/gisa /usr/local/bin/gisa
COPY LICENSE NOTICE /usr/share/doc/gisa/
USER 65532:65532
ENV GISA_LISTEN=0.0.0.0:8080
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s CMD ["/usr/local/bin/gisa", "healthcheck"]
ENTRYPOINT ["/usr/local/bin/gisa"]
CMD ["serve"]
