package studio.backprop.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What this machine has to show a window. Only Linux can lack something. */
final class Screen {
  private final Map<String, String> environment;
  private final Path root;
  private final boolean linux;
  private final boolean headless;

  /**
   * @param root where the file system begins; another one only in tests
   * @param os as in the property {@code os.name}
   * @param headless whether Java was told that there is no screen
   */
  Screen(Map<String, String> environment, Path root, String os, boolean headless) {
    this.environment = environment;
    this.root = root;
    this.linux = os.toLowerCase(Locale.ROOT).contains("linux");
    this.headless = headless;
  }

  static Screen ofThisMachine() {
    return new Screen(System.getenv(), Path.of("/"), System.getProperty("os.name"), Boolean.getBoolean("java.awt.headless"));
  }

  /** Whether there is a display to show a window on. */
  boolean hasDisplay() {
    return !headless && (!linux || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY"));
  }

  private boolean isSet(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }

  /** The package that brings GTK, by the name it has on this Linux. */
  String gtkPackage() {
    String release = osRelease();
    boolean debian = release.contains("debian") || release.contains("ubuntu");
    if (!debian) {
      return "gtk3";
    }
    boolean newTime = Stream.of("trixie", "noble", "forky", "sid").anyMatch(release::contains);
    return newTime ? "libgtk-3-0t64" : "libgtk-3-0";
  }

  private String osRelease() {
    try {
      return Files.readString(root.resolve("etc/os-release")).toLowerCase(Locale.ROOT);
    } catch (IOException e) {
      return "";
    }
  }
}
