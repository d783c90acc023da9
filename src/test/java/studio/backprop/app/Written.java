package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pages and pictures of the documents that are generated: checked against the code, and written anew with {@code -Ddocs.write=true}. */
public final class Written {
  private static final String BEGIN = "<!-- written by the program: begin -->\n";
  private static final String END = "<!-- written by the program: end -->\n";

  private Written() {}

  /** Between its two marks the page must hold just this text. */
  public static void check(Path page, String text) throws IOException {
    String now = Files.readString(page);
    checkFile(page, now.substring(0, now.indexOf(BEGIN) + BEGIN.length()) + "\n" + text + "\n" + now.substring(now.indexOf(END)));
  }

  /** The file must hold just this text. */
  public static void checkFile(Path file, String text) throws IOException {
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(file, text);
    } else {
      assertThat(file).exists();
      assertThat(Files.readString(file)).as("%s is out of date: run the test with -Ddocs.write=true", file).isEqualTo(text);
    }
  }
}
