package org.ssos.clearinghouse.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.publishing.EntryFile.Outcome;

class EntryFileTest {
    private static final String OLD = "title: old\n";
    private static final String NEW = "title: new\n";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("resources/sample.yaml");
    }

    @Test
    void a_new_file_comes_only_where_there_is_none() throws IOException {
        assertThat(replace(null)).isInstanceOf(Outcome.Holds.class);
        assertThat(file).hasContent(NEW);
        Files.writeString(file, OLD);
        assertThat(replace(null)).isEqualTo(new Outcome.Other(OLD));
        assertThat(file).hasContent(OLD);
        nothingElseLiesThere();
    }

    @Test
    void a_file_is_replaced_only_while_it_is_what_the_text_was_made_from() throws IOException {
        write(OLD);
        assertThat(replace(OLD)).isInstanceOf(Outcome.Holds.class);
        assertThat(file).hasContent(NEW);
        // Again, as after a crash.
        assertThat(replace(OLD)).isInstanceOf(Outcome.Holds.class);
        Files.writeString(file, "title: by hand\n");
        assertThat(replace(OLD)).isEqualTo(new Outcome.Other("title: by hand\n"));
        Files.delete(file);
        assertThat(replace(OLD)).isEqualTo(new Outcome.Other(null));
        nothingElseLiesThere();
    }

    @Test
    void an_edit_while_the_new_text_is_being_written_is_left_alone() throws IOException {
        write(OLD);
        var outcome = replace(OLD, step -> {
            if (step == Step.FLUSHED) write("title: meanwhile\n");
        });
        assertThat(outcome).isEqualTo(new Outcome.Other("title: meanwhile\n"));
        assertThat(file).hasContent("title: meanwhile\n");
        nothingElseLiesThere();
    }

    @Test
    void an_edit_in_the_very_moment_of_replacing_is_put_back() throws IOException {
        write(OLD);
        var outcome = replace(OLD, step -> {
            // The editor had opened the old file, and writes into it although its name is gone.
            if (step == Step.REPLACED) write(folder.resolve("resources/.sample.yaml.before"), "title: meanwhile\n");
        });
        assertThat(outcome).isEqualTo(new Outcome.Other("title: meanwhile\n"));
        assertThat(file).hasContent("title: meanwhile\n");
        nothingElseLiesThere();
    }

    private Outcome replace(@Nullable String base) throws IOException {
        return replace(base, _ -> {});
    }

    private Outcome replace(@Nullable String base, Consumer<Step> steps) throws IOException {
        return new EntryFile(file, steps).replace(base == null ? null : ContentFiles.sha256(base), NEW);
    }

    private void write(String text) {
        write(file, text);
    }

    private static void write(Path path, String text) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void nothingElseLiesThere() throws IOException {
        try (var files = Files.list(file.getParent())) {
            assertThat(files).allMatch(file::equals);
        }
    }
}
