package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pages of the documents that are written by the program itself: checked against it, and written anew with {@code -Ddocs.write=true}. */
final class Written {
  private static final String BEGIN = "<!-- written by the program: begin -->\n";
  private static final String END = "<!-- written by the program: end -->\n";

  private Written() {}

  /** Between its two marks the page must hold just this text. */
  static void check(Path page, String text) throws IOException {
    String now = Files.readString(page);
    String wanted = now.substring(0, now.indexOf(BEGIN) + BEGIN.length()) + "\n" + text + "\n" + now.substring(now.indexOf(END));
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(page, wanted);
    } else {
      assertThat(now).as("%s is out of date: run the test with -Ddocs.write=true", page).isEqualTo(wanted);
    }
  }
}
