package studio.backprop.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Class data sharing archive of one Java and jar locations, with a manifest of these beside it, since Java rejects a mismatched archive
 * silently.
 */
final class ClassArchive {
  private static final List<String> JAVA = List.of("java.home", "java.vm.name", "java.vm.version", "java.vm.vendor", "os.arch");

  private final Path file;
  private final Path list;
  private final List<Path> classPath;

  /** @param classPath the jars in order */
  ClassArchive(Path file, List<Path> classPath) {
    this.file = file;
    this.list = file.resolveSibling(file.getFileName() + ".txt");
    this.classPath = classPath;
  }

  /** Writes an archive to a file; false on failure. */
  interface Writing {
    boolean to(Path archive) throws IOException, InterruptedException;
  }

  /** Whether it exists for this Java and these jars. */
  boolean fits() {
    try {
      return Files.isReadable(file) && Files.readString(list).equals(madeFor());
    } catch (IOException e) {
      return false;
    }
  }

  /** Replaces it atomically. No effect while another process makes it. */
  void make(Writing writing) throws IOException, InterruptedException {
    Path lock = file.resolveSibling(file.getFileName() + ".lock");
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.tryLock()) {
      if (held == null || fits()) {
        return;
      }
      String madeFor = madeFor();
      Files.deleteIfExists(beside);
      try {
        if (writing.to(beside) && Files.exists(beside)) {
          Files.deleteIfExists(list);
          Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
          Files.writeString(list, madeFor);
        }
      } finally {
        Files.deleteIfExists(beside);
      }
    }
  }

  void delete() throws IOException {
    Files.deleteIfExists(list);
    Files.deleteIfExists(file);
  }

  private String madeFor() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String name : JAVA) {
      text.append(System.getProperty(name)).append('\n');
    }
    for (Path jar : classPath) {
      text.append(jar).append(' ').append(Files.size(jar)).append(' ').append(Files.getLastModifiedTime(jar).toMillis()).append('\n');
    }
    return text.toString();
  }
}
