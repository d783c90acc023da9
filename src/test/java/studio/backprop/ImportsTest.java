package studio.backprop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every import is used, stands once, and where the alphabet puts it: a reader sees at the head of a file what it has to do with. */
class ImportsTest {
  private static final Pattern IMPORT = Pattern.compile("(?m)^import ([\\w.]+\\.(\\w+));$");
  private static final Pattern ANY_IMPORT = Pattern.compile("(?m)^import .*$");

  @Test
  void importsAreUsedAndInOrder() throws IOException {
    List<String> faults = new ArrayList<>();
    for (String root : List.of("src/main/java", "src/test/java")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          look(file, Files.readString(file), faults);
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void whatIsUnusedOrOutOfPlaceIsFound() {
    List<String> faults = new ArrayList<>();
    look(Path.of("A.java"), "import java.util.Set;\nimport java.util.List;\nimport java.util.List;\n\nclass A { List<String> names; }\n",
        faults);
    assertThat(faults).containsExactly("A.java: java.util.Set is not used", "A.java: java.util.List stands too late",
        "A.java: java.util.List stands too late");
  }

  private static void look(Path file, String text, List<String> faults) {
    String body = ANY_IMPORT.matcher(text).replaceAll("");
    String before = "";
    for (MatchResult found : IMPORT.matcher(text).results().toList()) {
      if (!Pattern.compile("\\b" + found.group(2) + "\\b").matcher(body).find()) {
        faults.add(file + ": " + found.group(1) + " is not used");
      }
      if (found.group(1).compareTo(before) <= 0) {
        faults.add(file + ": " + found.group(1) + " stands too late");
      }
      before = found.group(1);
    }
  }
}
