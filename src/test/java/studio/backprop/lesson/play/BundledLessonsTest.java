package studio.backprop.lesson.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Choice;
import studio.backprop.lesson.Directive.Explain;
import studio.backprop.lesson.Directive.Predict;
import studio.backprop.lesson.Directive.PredictNumber;
import studio.backprop.lesson.Directive.PredictRank;
import studio.backprop.lesson.Directive.Task;
import studio.backprop.lesson.LessonProblem;
import studio.backprop.lesson.TeacherNote;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.LessonReading;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.text.Texts;

/** Each lesson that comes with the program holds what it says: solutions, wrong ways and expectations, with three seeds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BundledLessonsTest {
  private static final int SEEDS = 3;
  private final Map<String, ReadLesson> read = new HashMap<>();

  private static Stream<String> ids() {
    return Curriculum.bundled().ids().stream();
  }

  /** A lesson never changes: what was read of it serves all tests. */
  private ReadLesson read(String id) {
    return read.computeIfAbsent(id, lesson -> ReadLesson.of(LessonFolder.bundled(lesson), Curriculum.bundled().ids()));
  }

  private static List<String> said(List<LessonProblem> problems) {
    return problems.stream().map(problem -> problem.say(Texts.ENGLISH)).toList();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void bothLanguagesReadWellAndSayTheSame(String id) {
    ReadLesson read = read(id);
    List<LessonProblem> problems = new ArrayList<>(read.problems());
    problems.removeIf(problem -> !problem.error() && problem.sentence().key().equals("lesson.folder.needs"));
    assertThat(said(problems)).isEmpty();
    assertThat(read.lessons()).containsOnlyKeys("en", "zh");
    assertThat(read.notice("en")).isEmpty();
    assertThat(read.notice("zh")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void predictsActsAndExplainsInBothLanguages(String id) {
    read(id).lessons().forEach((language, lesson) -> {
      List<Asking> asked = lesson.steps().stream().flatMap(step -> step.asking().stream()).toList();
      assertThat(asked).as(language).hasAtLeastOneElementOfType(Predict.class).hasAtLeastOneElementOfType(Task.class)
          .hasAtLeastOneElementOfType(Explain.class);
      assertThat(asked).allSatisfy(asking -> {
        if (!(asking instanceof PredictRank)) {
          assertThat(LessonReading.choices(asking)).extracting(Choice::reply).as("replies of " + asking.id()).doesNotContain("");
        }
        if (asking instanceof PredictNumber number) {
          assertThat(number.mistakes()).as("known mistakes of " + asking.id()).isNotEmpty();
        }
      });
      assertThat(lesson.note()).map(TeacherNote::markdown).get().asString().as("the teacher's note").isNotBlank();
    });
  }

  /** In Chinese, bold text that ends in a full stop or a colon is none for Markdown where no space follows. */
  @ParameterizedTest
  @MethodSource("ids")
  void noAsteriskIsLeftInWhatIsRead(String id) {
    Parser parser = Parser.builder().extensions(List.of(TablesExtension.create())).build();
    List<String> left = new ArrayList<>();
    AbstractVisitor looks = new AbstractVisitor() {
      @Override
      public void visit(Text text) {
        if (text.getLiteral().contains("*")) {
          left.add(text.getLiteral());
        }
      }
    };
    read(id).lessons().values().forEach(lesson -> LessonReading.of(lesson).values()
        .forEach(texts -> texts.forEach(text -> parser.parse(text).accept(looks))));
    assertThat(left).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void holdsWhatItSays(String id) {
    LessonFolder folder = LessonFolder.bundled(id);
    List<String> said = new ArrayList<>();
    // what is played is the same in both languages, as the other test has seen
    read(id).lesson("en").ifPresent(lesson -> {
      for (long seed = 0; seed < SEEDS; seed++) {
        said.addAll(said(SelfTest.of(lesson, folder, "en.md", KernelChoice.create(1), OptionalLong.of(seed))));
      }
    });
    assertThat(said).isEmpty();
  }

  /** Else whoever always takes the same place passes without a thought. */
  @Test
  void theRightReasonStandsInNoPlaceTooOften() {
    for (String language : List.of("en", "zh")) {
      List<Integer> places = ids().flatMap(id -> read(id).lesson(language).stream()).flatMap(lesson -> lesson.steps().stream())
          .flatMap(step -> step.asking().stream()).filter(Explain.class::isInstance).map(Explain.class::cast)
          .map(explain -> LessonReading.choices(explain).stream().map(Choice::key).toList().indexOf(explain.answer())).toList();
      assertThat(places).as(language).contains(0, 1, 2, 3);
      assertThat(IntStream.range(0, 4).map(place -> Collections.frequency(places, place)).max().orElseThrow())
          .as(language + ": " + places).isLessThan(places.size() / 2);
    }
  }

  @Test
  void noLessonNeedsItselfOnTheWay() {
    Map<String, List<String>> needs = new LinkedHashMap<>();
    ids().forEach(id -> read(id).lesson("en").ifPresent(lesson -> needs.put(id, lesson.needs())));
    assertThat(needs).containsKey("learning-rate");
    assertThat(Curriculum.circle(needs)).isEmpty();
    assertThat(Curriculum.circle(Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("b"), "d", List.of("a", "unknown"))))
        .isIn(List.of("b", "c", "b"), List.of("c", "b", "c"));
  }

  @Test
  void theListHasEachLessonThatIsThere() throws IOException {
    assertThat(said(Curriculum.bundled().problems())).isEmpty();
    try (Stream<Path> folders = Files.list(Path.of("resources/lessons"))) {
      assertThat(ids()).containsExactlyInAnyOrderElementsOf(
          folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).toList());
    }
  }
}
