package studio.backprop.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Display and libraries of this machine; only Linux can lack some. */
final class Screen {
  private final Map<String, String> environment;
  private final Path root;
  private final boolean linux;
  private final boolean headless;

  /**
   * @param root of the file system, for tests
   * @param os as the property {@code os.name}
   * @param headless whether Java is headless
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

  /** Whether there is a display. */
  boolean hasDisplay() {
    return !headless && (!linux || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY"));
  }

  private boolean isSet(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }

  /** Name of the GTK package on this distribution. */
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
