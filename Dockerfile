# syntax=docker/dockerfile:1
# Serai in an image: built, then copied onto a JDK (Java routes are compiled when they are deployed, so a JRE would not do).
#
#   docker build -t serai .
#   docker run --read-only --tmpfs /tmp -v serai-state:/serai/state -v serai-inbox:/serai/inbox -p 8080:8080 -p 127.0.0.1:9876:9876 serai
#
# The home folder is /serai. Mount your own routes, config, connectors and transformations over the shipped ones, or build an image FROM this one.
ARG JDK=eclipse-temurin:25-jdk-noble

FROM ${JDK} AS build
# Node builds Serai's own pages of the console; without it they would be left out.
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /opt/serai
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
COPY src/packs src/packs
COPY connectors connectors
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -q -Dmaven.test.skip=true -Dspotless.check.skip=true -Djacoco.skip=true -Darchive.skip=true package

FROM ${JDK}
LABEL org.opencontainers.image.title="Serai" \
      org.opencontainers.image.description="An enterprise integration runtime on Apache Camel" \
      org.opencontainers.image.licenses="Apache-2.0"
# Management listens on all interfaces of the container, for probes; it asks for the token, and who reaches it is told by -p or the cluster.
ENV LANG=C.UTF-8 \
    SERAI_MANAGEMENT_HOST=0.0.0.0 \
    SERAI_OPTS="-XX:MaxRAMPercentage=60"
WORKDIR /opt/serai
COPY --from=build /opt/serai/target/serai.jar /opt/serai/target/bom.json target/
COPY --from=build /opt/serai/target/lib target/lib
COPY --from=build /opt/serai/target/packs target/packs
COPY serai ./
RUN ./serai prepare \
    && groupadd --system --gid 10001 serai \
    && useradd --system --uid 10001 --gid serai --home-dir /serai --shell /usr/sbin/nologin serai \
    && install -d -o serai -g serai /serai /serai/state /serai/inbox
WORKDIR /serai
COPY config config
COPY connectors connectors
COPY transformations transformations
COPY routes routes
USER 10001:10001
VOLUME ["/serai/state", "/serai/inbox"]
EXPOSE 8080 9876
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=3s --start-period=30s --retries=3 \
    CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:9876/observe/health/live"]
ENTRYPOINT ["/opt/serai/serai"]
CMD ["run", "--home", "/serai"]
