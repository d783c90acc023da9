package studio.backprop.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Application data folder of the operating system. */
public final class UserFolder {
  private static final String NAME = "backprop-studio";

  private UserFolder() {}

  /** Path of the folder, which need not exist; empty where it cannot be encoded in the program's locale. */
  public static Optional<Path> find() {
    try {
      return Optional.of(folder(System.getProperty("user.home"), System.getProperty("os.name").toLowerCase(Locale.ROOT)).resolve(NAME));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Path folder(String home, String os) {
    if (os.contains("win")) {
      return Path.of(environment("APPDATA", home));
    }
    return os.contains("mac")
        ? Path.of(home, "Library", "Application Support")
        : Path.of(environment("XDG_CONFIG_HOME", home + "/.config"));
  }

  private static String environment(String name, String otherwise) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank()).orElse(otherwise);
  }
}
