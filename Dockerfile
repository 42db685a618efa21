# The site in an image, with a Java of its own; docs/operating.md says how to build it, run it and look after it.
ARG BASE_BUILD=maven:3-eclipse-temurin-25
ARG BASE_RUN=debian:13-slim

FROM ${BASE_BUILD} AS build
WORKDIR /build
# Java SE and what looks into a running program, without compiler and tools.
RUN jlink --add-modules java.se,jdk.jcmd,jdk.jfr,jdk.management,jdk.unsupported,jdk.zipfs \
    --generate-cds-archive --no-header-files --no-man-pages --compress zip-6 --output /opt/java
COPY pom.xml libraries.sha256 clearinghouse ./
COPY src/main src/main
# Any command builds first, and holds each library against its checksum.
RUN ./clearinghouse --version

FROM ${BASE_RUN}
LABEL org.opencontainers.image.title="SSOS Clearinghouse" \
      org.opencontainers.image.description="The directory of California's Statewide System of Support" \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.licenses="Apache-2.0 AND CC-BY-4.0"
RUN groupadd --gid 10001 clearinghouse && \
    useradd --uid 10001 --gid 10001 --no-create-home --home-dir /clearinghouse clearinghouse
ENV JAVA_HOME=/opt/java
COPY --from=build /opt/java /opt/java
WORKDIR /clearinghouse
COPY --from=build /build/target/lib lib
COPY --from=build /build/target/clearinghouse.jar ./
COPY clearinghouse LICENSE ./
COPY --chown=10001:10001 content content
RUN ./clearinghouse prepare && install -d -m 700 -o 10001 -g 10001 index data

USER 10001:10001
ENV CLEARINGHOUSE_HOST=0.0.0.0
EXPOSE 8080
VOLUME ["/clearinghouse/content", "/clearinghouse/index", "/clearinghouse/data"]
HEALTHCHECK --interval=30s --timeout=6s --start-period=30s CMD ["./clearinghouse", "health"]
ENTRYPOINT ["./clearinghouse"]
CMD ["serve"]
