package studio.backprop.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import javax.imageio.ImageIO;
import studio.backprop.cli.Backprop;
import studio.backprop.cli.StandardOutput;
import studio.backprop.cli.Terminal;
import studio.backprop.text.Texts;

/**
 * Entry point. Not a JavaFX Application: Java would require JavaFX modules before an error could be reported on a machine without a screen.
 */
public final class Launcher {
  /** Set by the start script if standard error is a terminal. */
  private static final String WATCHED = "backprop.terminal";

  private static final String OPEN_FOLDER = "/proc/self/fd/";

  private Launcher() {}

  public static void main(String[] args) {
    boolean watched = Boolean.getBoolean(WATCHED);
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset());
    if (watched) {
      wipeIncubatorWarning(err);
    }
    nameJars();
    Texts texts = Backprop.language(List.of(args), Locale.getDefault());
    Terminal terminal = new Terminal(StandardOutput.standard(charset()), err, watched, texts);
    Screen screen = Screen.ofThisMachine();
    // AWT only draws images for files: it must not connect to a display
    System.setProperty("java.awt.headless", "true");
    // images are small: a cache file would only be another point of failure
    ImageIO.setUseCache(false);
    int code = Backprop.run(terminal, new WindowOpener(terminal, screen, Backprop.asksForLanguage(List.of(args))), args);
    System.exit(code);
  }

  /** The start script passes the jars by a file descriptor of this process; child processes need real paths. */
  private static void nameJars() {
    String names = System.getProperty("java.class.path");
    if (names.startsWith(OPEN_FOLDER)) {
      try {
        String folder = Path.of(names.substring(0, names.indexOf('/', OPEN_FOLDER.length()))).toRealPath().toString();
        System.setProperty("java.class.path", names.replaceAll(OPEN_FOLDER + "\\d+", Matcher.quoteReplacement(folder)));
      } catch (IOException | InvalidPathException e) {
        // unchanged: this process finds the jars
        return;
      }
    }
  }

  /** UTF-8 except on Windows, even in a POSIX locale: texts and shapes need more than ASCII. */
  private static Charset charset() {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return windows ? Charset.forName(System.getProperty("native.encoding")) : StandardCharsets.UTF_8;
  }

  /** Erases the warning of the incubating Vector API on standard error, which no flag suppresses. */
  private static void wipeIncubatorWarning(PrintStream err) {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
      err.print("\u001b[1A\u001b[2K\r");
      err.flush();
    }
  }
}
