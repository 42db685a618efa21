package org.ssos.clearinghouse.publishing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * The git repository that the content folder lies in. A publication becomes a commit of its own files and nothing
 * else, whatever else somebody has changed or staged there. Used by one thread at a time.
 */
public final class ContentGit implements Closeable {
    private static final String NAME = "SSOS Clearinghouse";
    private static final String EMAIL = "clearinghouse@localhost";

    private final Repository repository;
    private final String prefix;

    private ContentGit(Repository repository, String prefix) {
        this.repository = repository;
        this.prefix = prefix;
    }

    /** The repository around a folder; nothing where there is none. */
    public static Optional<ContentGit> around(Path folder) throws IOException {
        var real = folder.toRealPath();
        var builder = new FileRepositoryBuilder().setMustExist(true).findGitDir(real.toFile());
        if (builder.getGitDir() == null) return Optional.empty();
        var repository = builder.build();
        if (repository.isBare()) return Optional.empty();
        var below =
                repository.getWorkTree().toPath().toRealPath().relativize(real).toString();
        return Optional.of(new ContentGit(repository, below.isEmpty() ? "" : below.replace('\\', '/') + "/"));
    }

    /**
     * Commits these texts, unless the newest commit has them already.
     *
     * @param texts by the path below the content folder
     */
    void commit(Map<String, String> texts, String message, Instant at) throws IOException {
        var head = repository.resolve(Constants.HEAD);
        try (var inserter = repository.newObjectInserter();
                var walk = new RevWalk(repository)) {
            var parent = head == null ? null : walk.parseCommit(head);
            var blobs = new TreeMap<String, ObjectId>();
            for (var text : texts.entrySet()) {
                var blob = inserter.insert(Constants.OBJ_BLOB, text.getValue().getBytes(StandardCharsets.UTF_8));
                if (!blob.equals(blobOf(parent, prefix + text.getKey()))) blobs.put(prefix + text.getKey(), blob);
            }
            if (blobs.isEmpty()) return;
            var tree = tree(parent, blobs, inserter);
            var commit = commit(parent, tree, message, at, inserter);
            inserter.flush();
            move(head, commit, message);
            stage(parent, blobs);
        }
    }

    private @Nullable ObjectId blobOf(@Nullable RevCommit commit, String path) throws IOException {
        if (commit == null) return null;
        try (var found = TreeWalk.forPath(repository, path, commit.getTree())) {
            return found == null ? null : found.getObjectId(0);
        }
    }

    private ObjectId tree(@Nullable RevCommit parent, Map<String, ObjectId> blobs, ObjectInserter inserter)
            throws IOException {
        var files = DirCache.newInCore();
        if (parent != null) {
            var builder = files.builder();
            try (var reader = repository.newObjectReader()) {
                builder.addTree(new byte[0], DirCacheEntry.STAGE_0, reader, parent.getTree());
            }
            builder.finish();
        }
        var editor = files.editor();
        blobs.forEach((path, blob) -> editor.add(put(path, blob)));
        editor.finish();
        return files.writeTree(inserter);
    }

    private static ObjectId commit(
            @Nullable RevCommit parent, ObjectId tree, String message, Instant at, ObjectInserter inserter)
            throws IOException {
        var who = new PersonIdent(NAME, EMAIL, at, ZoneOffset.UTC);
        var commit = new CommitBuilder();
        commit.setTreeId(tree);
        if (parent != null) commit.setParentId(parent);
        commit.setAuthor(who);
        commit.setCommitter(who);
        commit.setMessage(message);
        return inserter.insert(commit);
    }

    /** Only from where we started: somebody who commits at the same moment loses nothing, and we try again. */
    private void move(@Nullable ObjectId from, ObjectId to, String message) throws IOException {
        var update = repository.updateRef(Constants.HEAD);
        update.setNewObjectId(to);
        update.setExpectedOldObjectId(from == null ? ObjectId.zeroId() : from);
        update.setRefLogMessage("commit: " + message.lines().findFirst().orElse(""), false);
        var result = update.update();
        if (result != RefUpdate.Result.FAST_FORWARD && result != RefUpdate.Result.NEW) {
            throw new IOException("git did not take the commit: " + result);
        }
    }

    /** What somebody staged of these files stays staged; otherwise the index follows, so that nothing looks changed. */
    private void stage(@Nullable RevCommit parent, Map<String, ObjectId> blobs) throws IOException {
        var index = repository.lockDirCache();
        try {
            var editor = index.editor();
            for (var blob : blobs.entrySet()) {
                var staged = index.getEntry(blob.getKey());
                var before = blobOf(parent, blob.getKey());
                var untouched =
                        staged == null ? before == null : staged.getObjectId().equals(before);
                if (untouched) editor.add(put(blob.getKey(), blob.getValue()));
            }
            if (!editor.commit()) throw new IOException("git's index cannot be written");
        } finally {
            index.unlock();
        }
    }

    private static DirCacheEditor.PathEdit put(String path, ObjectId blob) {
        return new DirCacheEditor.PathEdit(path) {
            @Override
            public void apply(DirCacheEntry entry) {
                entry.setFileMode(FileMode.REGULAR_FILE);
                entry.setObjectId(blob);
            }
        };
    }

    @Override
    public void close() {
        repository.close();
    }
}
