package studio.backprop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that is written twice would say in both places what stands there last. */
class TextKeysTest {
  private static final Path BUNDLES = Path.of("resources/i18n");

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void eachKeyIsWrittenOnce(String language) throws IOException {
    List<String> keys = new ArrayList<>();
    try (Stream<Path> bundles = Files.list(BUNDLES)) {
      for (Path bundle : bundles.filter(file -> file.toString().endsWith("_" + language + ".properties")).toList()) {
        Files.readAllLines(bundle).stream().filter(line -> line.matches("[\\w.-]+ ?=.*")).map(line -> line.replaceFirst(" ?=.*", ""))
            .forEach(keys::add);
      }
    }
    assertThat(keys).hasSizeGreaterThan(1000).doesNotHaveDuplicates();
  }
}
