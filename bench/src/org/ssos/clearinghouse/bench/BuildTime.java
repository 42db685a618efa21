package org.ssos.clearinghouse.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.store.FSDirectory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.search.EntryIndex;

/** How long it takes to index the whole real content, on disk and from scratch. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 3, time = 4)
@Fork(1)
public class BuildTime {
    private final Catalog catalog = RealContent.read().catalog();
    private final Path folder = Path.of("target", "bench", "build");

    @Benchmark
    public void index() throws IOException {
        build(RealContent.of(catalog));
    }

    /** What a first start does, but for loading classes. */
    @Benchmark
    public void readFilesAndIndex() throws IOException {
        build(RealContent.read());
    }

    private void build(RealContent content) throws IOException {
        try (var entries = FSDirectory.open(folder.resolve("entries"));
                var wordings = FSDirectory.open(folder.resolve("wordings"))) {
            EntryIndex.build(entries, wordings, content.documents().stream(), content.lexicon());
        }
    }
}
