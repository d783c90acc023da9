package studio.backprop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.LessonReading;
import studio.backprop.lesson.read.ReadLesson;

/**
 * The texts of the window, the command line, the guide, the glossary, the samples and the lessons use the words of the field. What they
 * avoid is listed in {@code banned_en.tsv} and {@code banned_zh.tsv}, with the better word and the reason; the few places that may differ
 * are listed in {@code excepted.tsv}, also with a reason.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BannedWordsTest {
  /** In words. */
  private static final int LONGEST_HELP = 25;
  private static final Path LISTS = Path.of("src/test/resources/studio/backprop/text");

  /** What people may type in a search, not what the program says. */
  private static final Pattern TYPED = Pattern.compile("^(also\\.|later\\.\\w+\\.words)");

  /** By language. */
  private final Map<String, Searched> searched = new HashMap<>();

  /** A pattern to avoid, and what to write instead. */
  private record Word(Pattern pattern, String better, String why) {}

  /**
   * A text that a user reads.
   *
   * @param key the key in a bundle, the step of a lesson; empty for a page
   * @param line the text without its ends of lines, as phrases run over them
   */
  private record Said(Path file, String key, String text, String line) {
    Said(Path file, String key, String text) {
      this(file, key, text, text.replace('\n', ' '));
    }

    /** A line for a page, the key for a bundle. */
    String place(int at) {
      return key.isEmpty() ? "line " + (1 + text.substring(0, at).chars().filter(letter -> letter == '\n').count()) : key;
    }
  }

  /** A phrase that may stand in one place. */
  private record Exception(String file, String key, String phrase) {
    boolean covers(Said said, Matcher found) {
      for (int begin = said.line().indexOf(phrase); begin >= 0; begin = said.line().indexOf(phrase, begin + 1)) {
        if (begin <= found.start() && found.end() <= begin + phrase.length()) {
          return said.file().endsWith(file) && (key.equals("*") || key.equals(said.key()));
        }
      }
      return false;
    }
  }

  private static Stream<String[]> rows(String list) throws IOException {
    return Files.readAllLines(LISTS.resolve(list)).stream().filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\t"));
  }

  private static List<Word> words(String language) throws IOException {
    return rows("banned_" + language + ".tsv").map(row -> new Word(Pattern.compile("(?iu)" + row[0]), row[1], row[2])).toList();
  }

  private static List<Exception> exceptions() throws IOException {
    return rows("excepted.tsv").map(row -> new Exception(row[0], row[1], row[2])).toList();
  }

  private static List<Said> texts(String language) throws IOException {
    List<Said> all = new ArrayList<>();
    try (Stream<Path> bundles = Files.list(Path.of("resources/i18n"))) {
      bundles.filter(file -> file.toString().endsWith("_" + language + ".properties")).sorted().forEach(file -> all.addAll(bundle(file)));
    }
    pages(language).forEach(page -> all.add(new Said(page, "", read(page))));
    Curriculum.bundled().ids().forEach(id -> all.addAll(lesson(id, language)));
    return all;
  }

  private static List<Said> lesson(String id, String language) {
    Path file = Path.of("resources/lessons", id, language + ".md");
    List<Said> all = new ArrayList<>();
    ReadLesson.of(LessonFolder.bundled(id), List.of()).lesson(language).map(LessonReading::of)
        .ifPresent(texts -> texts.forEach((step, said) -> all.add(new Said(file, step, String.join("\n", said)))));
    return all;
  }

  private static List<Said> bundle(Path file) {
    return read(file).lines().filter(line -> !line.startsWith("#") && line.contains("=") && !TYPED.matcher(line).find())
        .map(line -> new Said(file, line.substring(0, line.indexOf('=')).strip(), line.substring(line.indexOf('=') + 1))).toList();
  }

  private static List<Path> pages(String language) throws IOException {
    List<Path> pages = new ArrayList<>();
    try (Stream<Path> guide = Files.list(Path.of("docs/guide", language)); Stream<Path> samples = Files.walk(Path.of("samples"), 2)) {
      guide.sorted().forEach(pages::add);
      if (language.equals("en")) {
        samples.filter(file -> file.endsWith("README.md")).sorted().forEach(pages::add);
        pages.add(Path.of("README.md"));
      }
    }
    pages.add(Path.of("docs", language.equals("en") ? "glossary.md" : "glossary.zh.md"));
    return pages;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * All that is said in a language, read and searched once.
   *
   * @param found a sentence for each word to replace
   * @param used the exceptions that were needed
   */
  private record Searched(List<Said> texts, List<String> found, Set<Exception> used) {
    static Searched in(String language) {
      try {
        Searched all = new Searched(BannedWordsTest.texts(language), new ArrayList<>(), new HashSet<>());
        List<Word> words = words(language);
        List<Exception> exceptions = exceptions();
        all.texts.forEach(said -> words.forEach(word -> all.search(said, word, exceptions)));
        return all;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void search(Said said, Word word, List<Exception> exceptions) {
      Matcher hit = word.pattern().matcher(said.line());
      while (hit.find()) {
        List<Exception> allowed = exceptions.stream().filter(exception -> exception.covers(said, hit)).toList();
        used.addAll(allowed);
        if (allowed.isEmpty()) {
          found.add("%s, %s: “%s” should be “%s”: %s".formatted(said.file(), said.place(hit.start()), hit.group(), word.better(),
              word.why()));
        }
      }
    }
  }

  @BeforeAll
  void search() {
    for (String language : List.of("en", "zh")) {
      searched.put(language, Searched.in(language));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void everyTextUsesTheWordsOfTheField(String language) {
    assertThat(searched.get(language).found()).as("words to replace").isEmpty();
  }

  @Test
  void noHelpIsLongerThanAPersonReads() {
    List<String> tooLong = searched.get("en").texts().stream()
        .filter(said -> said.key().endsWith("help") && said.text().split("\\s+").length > LONGEST_HELP)
        .map(said -> "%s, %s: at most %d words, in sentences of one idea".formatted(said.file(), said.key(), LONGEST_HELP)).toList();
    assertThat(tooLong).isEmpty();
  }

  @Test
  void noExceptionIsLeftThatNothingNeeds() throws IOException {
    Set<Exception> used = new HashSet<>();
    searched.values().forEach(language -> used.addAll(language.used()));
    assertThat(used).containsAll(exceptions());
  }
}
