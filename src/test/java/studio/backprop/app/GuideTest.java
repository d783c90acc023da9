package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.store.Sample;
import studio.backprop.text.Texts;
import studio.backprop.ui.glossary.GlossaryModel;
import studio.backprop.ui.kit.Lang;

/** The written guide: its pages lead somewhere, both languages have the same ones, and its glossary is that of the program. */
class GuideTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(#[^)]*)?\\)");
  private static final Path DOCS = Path.of("docs");

  static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(DOCS)) {
      return Stream.concat(docs.filter(file -> file.toString().endsWith(".md")), Stream.of(Path.of("README.md"))).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkOfAPageLeadsToAFile(Path page) throws IOException {
    Matcher link = LINK.matcher(Files.readString(page));
    while (link.find()) {
      String target = link.group(1);
      if (!target.contains("://")) {
        assertThat(page.resolveSibling(target)).as("%s in %s", target, page).exists();
      }
    }
  }

  @Test
  void bothLanguagesHaveTheSamePages() throws IOException {
    assertThat(names("en")).isNotEmpty().isEqualTo(names("zh"));
  }

  private static List<String> names(String language) throws IOException {
    try (Stream<Path> pages = Files.list(DOCS.resolve("guide").resolve(language))) {
      return pages.map(page -> page.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void everyPictureIsShownSomewhere() throws IOException {
    String all = pages().stream().map(GuideTest::read).collect(Collectors.joining());
    try (Stream<Path> pictures = Files.list(DOCS.resolve("images"))) {
      assertThat(pictures.map(picture -> picture.getFileName().toString())).allMatch(name -> all.contains("images/" + name));
    }
  }

  @Test
  void theReadmeNamesEverySample() {
    assertThat(Sample.all()).allMatch(sample -> read(Path.of("README.md")).contains("samples/" + sample.name() + "/README.md"));
  }

  @Test
  void theWrittenGlossaryIsThatOfTheProgram() throws IOException {
    Written.check(DOCS.resolve("glossary.md"), glossary(Texts.ENGLISH));
    Written.check(DOCS.resolve("glossary.zh.md"), glossary(Texts.CHINESE));
  }

  private static String glossary(Texts texts) {
    GlossaryModel model = new GlossaryModel(new Lang(texts));
    return model.all().stream()
        .map(term -> "**%s**%s  \n%s\n".formatted(model.name(term), model.otherName(term).map(" · "::concat).orElse(""), model.meaning(term)))
        .collect(Collectors.joining("\n"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
