package dev.cordon.store.sqlite;

import dev.cordon.model.state.Revision;
import dev.cordon.store.StoreUnavailableException;
import dev.cordon.store.StoreUnavailableException.Trouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The right to a data folder: one store of one process at a time, until closed or the process
/// dies.
///
/// Implementation note: an OS lock on `store.lock`, which the kernel drops with the process. It
/// binds a process and not a channel, and closing *any* channel on the file drops it. So the
/// folders that this process has are remembered, and a second store in it never touches the file.
final class FolderLock implements AutoCloseable {

    private static final String FILE_NAME = "store.lock";
    private static final int OWNER_BYTE_COUNT_MAX = 20;
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /// Takes the right to a folder that exists.
    ///
    /// @param folder as a real path, so that it has one spelling
    static FolderLock take(Path folder) throws IOException {
        if (!HELD_HERE.add(folder)) {
            throw inUse(folder, Long.toString(ProcessHandle.current().pid()));
        }
        boolean taken = false;
        try {
            Path file = folder.resolve(FILE_NAME);
            PrivateFiles.makeFile(file);
            FolderLock lock =
                    new FolderLock(folder, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
            lock.lockFile();
            taken = true;
            return lock;
        } finally {
            if (!taken) {
                HELD_HERE.remove(folder);
            }
        }
    }

    private void lockFile() throws IOException {
        boolean locked = false;
        try {
            if (Optional.ofNullable(channel.tryLock()).isEmpty()) {
                throw inUse(folder, readOwner());
            }
            writeOwner();
            locked = true;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    private String readOwner() throws IOException {
        ByteBuffer text = ByteBuffer.allocate(OWNER_BYTE_COUNT_MAX);
        channel.read(text, 0);
        return StandardCharsets.US_ASCII.decode(text.flip()).toString().strip();
    }

    private void writeOwner() throws IOException {
        String pid = ProcessHandle.current().pid() + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
    }

    private static StoreUnavailableException inUse(Path folder, String owner) {
        return new StoreUnavailableException(
                Trouble.IN_USE,
                Revision.NONE,
                "data folder `" + folder + "` is in use by process " + owner + ", which holds `"
                        + folder.resolve(FILE_NAME) + "`: stop that process, or choose another data folder");
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(folder);
    }
}
