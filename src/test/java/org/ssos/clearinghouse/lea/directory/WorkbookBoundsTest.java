package org.ssos.clearinghouse.lea.directory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssos.clearinghouse.lea.AssistanceCodes;

/** A file that would not fit into memory is refused before it is there. */
class WorkbookBoundsTest {
    private static final AssistanceCodes CODES = new AssistanceCodes(List.of(), List.of(), List.of());

    @TempDir
    private Path folder;

    @Test
    void a_small_workbook_that_unpacks_to_very_much_is_refused() throws IOException {
        var file = folder.resolve("bomb.xlsx");
        var megabyte = new byte[1 << 20];
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            for (int i = 0; i < 257; i++) zip.write(megabyte);
        }

        assertThatThrownBy(() -> AssistanceWorkbook.read(file, CODES))
                .isInstanceOf(RefusedFile.class)
                .hasMessageStartingWith("It unpacks to more than");
    }

    @Test
    void a_very_large_file_is_not_read() throws IOException {
        var file = folder.resolve("large.xlsx");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 33);
        }

        assertThatThrownBy(() -> AssistanceWorkbook.read(file, CODES))
                .isInstanceOf(RefusedFile.class)
                .hasMessageStartingWith("It holds 8589934592 bytes");
        assertThatThrownBy(() -> DirectoryFile.read(file, List.of()))
                .isInstanceOf(RefusedFile.class)
                .hasMessageStartingWith("It holds 8589934592 bytes");
    }

    @Test
    void what_is_no_workbook_is_refused_in_words() throws IOException {
        var file = Files.writeString(folder.resolve("no.xlsx"), "PK\u0003\u0004 and so on", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> AssistanceWorkbook.read(file, CODES))
                .isInstanceOf(RefusedFile.class)
                .hasMessageStartingWith("It is no whole .xlsx workbook");
    }
}
