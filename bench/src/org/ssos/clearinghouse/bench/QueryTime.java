package org.ssos.clearinghouse.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Timeout;
import org.openjdk.jmh.annotations.Warmup;
import org.ssos.clearinghouse.search.EntrySearch;
import org.ssos.clearinghouse.search.SearchRequest;
import org.ssos.clearinghouse.search.SearchResult;

/** How long one thread waits for the first page of a search, without the page around it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 4)
@Measurement(iterations = 4, time = 4)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
// The first time, a million entries have to be indexed.
@Timeout(time = 2, timeUnit = TimeUnit.HOURS)
@SuppressWarnings("NullAway.Init")
public class QueryTime {
    /** {@code -p entries=1000000} adds the million, which takes long to build. */
    @Param({"500", "10000", "100000"})
    public int entries;

    private EntrySearch search;
    private List<String> queries;
    private int next;

    @Setup
    public void open() throws IOException, InterruptedException {
        var content = RealContent.read();
        search = SyntheticIndex.open(content, entries);
        queries = Queries.realistic(content);
    }

    @Benchmark
    public SearchResult search() {
        return search.search(SearchRequest.of(queries.get(next++ % queries.size())));
    }
}
