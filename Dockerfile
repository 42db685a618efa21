# The site in an image:
#   docker build -t clearinghouse .
#   docker run -p 8080:8080 -v clearinghouse-content:/clearinghouse/content -v clearinghouse-data:/clearinghouse/data clearinghouse
ARG BASE_BUILD=maven:3-eclipse-temurin-25
ARG BASE_RUN=eclipse-temurin:25-jre

FROM ${BASE_BUILD} AS build
WORKDIR /build
COPY pom.xml ./
COPY src/main src/main
RUN mvn --batch-mode --no-transfer-progress -q -Dmaven.test.skip -Dmaven.compiler.failOnWarning=false package

FROM ${BASE_RUN}
RUN groupadd --gid 10001 clearinghouse && \
    useradd --uid 10001 --gid 10001 --no-create-home --home-dir /clearinghouse clearinghouse
WORKDIR /clearinghouse
COPY --from=build /build/target/lib lib
COPY --from=build /build/target/clearinghouse.jar ./
COPY clearinghouse LICENSE ./
COPY --chown=10001:10001 content content
RUN mkdir index data && chown 10001:10001 index data
# A first start, so that the classes it loads lie beside the jar for every later one.
RUN CLEARINGHOUSE_PORT=0 CLEARINGHOUSE_INDEX=/tmp/index CLEARINGHOUSE_DATA=/tmp/data timeout 20 ./clearinghouse serve; \
    rm -rf /tmp/index /tmp/data; ls clearinghouse-*.jsa

USER 10001:10001
ENV CLEARINGHOUSE_HOST=0.0.0.0
EXPOSE 8080
VOLUME ["/clearinghouse/content", "/clearinghouse/index", "/clearinghouse/data"]
HEALTHCHECK --interval=30s --timeout=6s --start-period=30s CMD ["./clearinghouse", "health"]
ENTRYPOINT ["./clearinghouse"]
CMD ["serve"]
