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
 * Where the program starts. It is no JavaFX Application itself: Java would then ask for JavaFX modules before a word could be said on a
 * machine without a screen.
 */
public final class Launcher {
  /** Set by the start script where a person watches standard error. */
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
    // AWT only paints pictures into files: it shall not look for a display, which may be named but not there
    System.setProperty("java.awt.headless", "true");
    // pictures are small: a copy in the temporary folder would only be one more thing that can fail
    ImageIO.setUseCache(false);
    int code = Backprop.run(terminal, new WindowOpener(terminal, screen, Backprop.asksForLanguage(List.of(args))), args);
    System.exit(code);
  }

  /** The start script names the jars by way of a folder that this process alone has open; a Java that it starts needs other names. */
  private static void nameJars() {
    String names = System.getProperty("java.class.path");
    if (names.startsWith(OPEN_FOLDER)) {
      try {
        String folder = Path.of(names.substring(0, names.indexOf('/', OPEN_FOLDER.length()))).toRealPath().toString();
        System.setProperty("java.class.path", names.replaceAll(OPEN_FOLDER + "\\d+", Matcher.quoteReplacement(folder)));
      } catch (IOException | InvalidPathException e) {
        // the names stay as they are: this process finds the jars
        return;
      }
    }
  }

  /** UTF-8 everywhere but on Windows, whatever a bare POSIX locale says: sentences and shapes need more than ASCII. */
  private static Charset charset() {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return windows ? Charset.forName(System.getProperty("native.encoding")) : StandardCharsets.UTF_8;
  }

  /** Java warns of the incubating Vector API on the first line of standard error, and no flag keeps it from doing so. */
  private static void wipeIncubatorWarning(PrintStream err) {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
      err.print("\u001b[1A\u001b[2K\r");
      err.flush();
    }
  }
}
