package studio.backprop.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens files and folders with the system's default application. */
final class SystemFiles {
  private static final Logger LOG = LoggerFactory.getLogger(SystemFiles.class);

  private SystemFiles() {}

  /** Opens it asynchronously; false if the system has no command for it. */
  static boolean open(Path path) {
    try {
      new ProcessBuilder(command(System.getProperty("os.name"), path.toAbsolutePath().toString()))
          .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      return true;
    } catch (IOException e) {
      LOG.info("Nothing opens {}: {}", path, e.getMessage());
      return false;
    }
  }

  /** Command that opens a path on this system. */
  static List<String> command(String os, String path) {
    String system = os.toLowerCase(Locale.ROOT);
    return system.contains("win") ? List.of("rundll32", "url.dll,FileProtocolHandler", path)
        : List.of(system.contains("mac") ? "open" : "xdg-open", path);
  }
}
