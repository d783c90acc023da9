package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.DatasetInfo.Kind;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.store.Sample;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.learn.glossary.GlossaryModel;

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
  void whatIsCountedInWordsIsThere() {
    int samples = Sample.all().size();
    int sets = DatasetCatalog.all().size();
    assertThat(read(Path.of("README.md"))).contains("\n" + capital(words(samples)) + " projects").contains(words(sets) + " bundled sets");
    assertThat(read(Path.of("README.md"))).contains("\n" + capital(words(Curriculum.bundled().ids().size())) + " lessons");
    assertThat(read(DOCS.resolve("guide/en/start.md"))).contains(capital(words(samples)) + " projects");
    assertThat(read(DOCS.resolve("guide/zh/start.md"))).contains(chinese(samples) + "个可以直接训练的项目");
    assertThat(read(DOCS.resolve("guide/en/data.md"))).contains(words(sets) + " sets: " + words(count(Kind.GENERATED)) + " kinds of points")
        .contains(words(count(Kind.TABLE)) + " tables, " + words(count(Kind.SERIES)) + " time series, " + words(count(Kind.GRAPH))
            + " sets of graphs, "
            + words(count(Kind.TEXT)) + " sets of text and " + words(count(Kind.IMAGES)) + " sets of images");
    assertThat(read(DOCS.resolve("guide/zh/data.md"))).contains("共" + chinese(sets) + "个：" + chinese(count(Kind.GENERATED)) + "种由公式生成的点、"
        + chinese(count(Kind.TABLE)) + "个表格、" + chinese(count(Kind.SERIES)) + "个时间序列、" + measured(count(Kind.GRAPH)) + "组图、"
        + measured(count(Kind.TEXT)) + "组文本、" + measured(count(Kind.IMAGES)) + "组图像");
  }

  private static int count(Kind kind) {
    return (int) DatasetCatalog.all().stream().filter(info -> info.kind() == kind).count();
  }

  /** A number below a hundred in words. */
  private static String words(int number) {
    List<String> small = List.of(
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen",
        "seventeen", "eighteen", "nineteen");
    List<String> tens = List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    if (number < small.size()) {
      return small.get(number);
    }
    return tens.get(number / 10 - 2) + (number % 10 == 0 ? "" : "-" + small.get(number % 10));
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String chinese(int number) {
    String digits = "〇一二三四五六七八九";
    String ten = number < 10 ? "" : (number < 20 ? "" : digits.substring(number / 10, number / 10 + 1)) + "十";
    return ten + (number % 10 == 0 && number >= 10 ? "" : digits.substring(number % 10, number % 10 + 1));
  }

  /** Before a measure word two is another word. */
  private static String measured(int number) {
    return number == 2 ? "两" : chinese(number);
  }

  @Test
  void theWrittenGlossaryIsThatOfTheProgram() throws IOException {
    Written.check(DOCS.resolve("glossary.md"), glossary(Texts.ENGLISH));
    Written.check(DOCS.resolve("glossary.zh.md"), glossary(Texts.CHINESE));
  }

  private static String glossary(Texts texts) {
    GlossaryModel model = new GlossaryModel(new Lang(texts));
    return model.all().stream()
        .map(term -> "**%s**%s  \n%s\n".formatted(model.name(term), model.otherName(term).map(" · "::concat).orElse(""),
            model.meaning(term)))
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
