package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.teaching.record.LearnerProgress;
import studio.backprop.text.Texts;
import studio.backprop.ui.learn.course.CourseLesson;
import studio.backprop.ui.learn.course.CoursePage;

/** From the start screen to all lessons: found, opened by the keyboard, per learner; a class plan goes on where the class is. */
@Tag("story")
class CourseStoryTest {
  @TempDir private Path home;
  private StudioWindow window;

  @BeforeEach
  void open() throws Exception {
    learn("", "first-neuron", "tenth", true);
    learn("", "learning-rate", "explode", false);
    learn("Mira", "bias", "why", true);
    window = StudioWindow.showStart(1280, 720, new Preferences(home.resolve("window.properties")));
  }

  private void learn(String name, String lesson, String step, boolean done) throws Exception {
    LearnerProgress learner = LearnerProgress.of(home, name);
    learner.at(lesson, 1, step, Instant.parse("2026-11-28T09:00:00Z"));
    if (done) {
      learner.done(lesson);
    }
    learner.save();
  }

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  private ListView<CourseLesson> list() {
    @SuppressWarnings("unchecked")
    ListView<CourseLesson> list = (ListView<CourseLesson>) window.find("#course-list");
    return list;
  }

  private List<String> listed() {
    return window.onScreen(() -> list().getItems().stream().map(CourseLesson::id).toList());
  }

  private void lessons() {
    window.until("the start screen with its lessons", () -> window.shows("#all-lessons"));
    window.press("all-lessons");
    window.until("lessons", () -> !list().getItems().isEmpty());
  }

  private void type(String words) {
    window.onScreen(() -> {
      ((TextField) window.find("#course-search")).setText(words);
      return null;
    });
  }

  @Test
  void theStartScreenLeadsOnAndTheKeyboardFindsAndOpens() {
    window.until("a few lessons", () -> !window.all(".start-card .progress-ring").isEmpty());
    String first = window.onScreen(() -> window.all(".lesson-card").iterator().next().getId());
    assertThat(first).as("what is begun comes first").isEqualTo("lesson-learning-rate");
    lessons();
    assertThat(listed()).startsWith("first-neuron", "bias").contains("learning-rate", "vanishing");
    type("gradient go?");
    assertThat(listed()).containsExactly("vanishing");
    window.key(KeyCode.ENTER);
    assertThat(window.lessonsOpened()).containsExactly("vanishing 0");
    assertThat(window.all(".course-page")).as("the page is out of the way").isEmpty();
  }

  @Test
  void aCourseOfTheirOwnThatIsOpenedInTheWindowIsListed(@TempDir Path course) throws Exception {
    Path taxi = Files.createDirectory(course.resolve("taxi"));
    try (Stream<Path> files = Files.list(Path.of("resources/lessons/first-neuron"))) {
      for (Path file : files.toList()) {
        Files.copy(file, taxi.resolve(file.getFileName().toString()));
      }
    }
    Files.writeString(course.resolve("contents.txt"), "# own | My chapter | 我的一章\ntaxi\n");
    window.answer(course);
    window.command(KeyCode.O);
    window.until("the page of lessons", () -> !window.all(".course-page").isEmpty() && list().getItems().stream()
        .anyMatch(lesson -> lesson.id().equals("taxi")));
    assertThat(listed()).startsWith("first-neuron").endsWith("taxi");
  }

  @Test
  void eachLearnerSeesTheirOwnProgress() {
    lessons();
    type("step too far");
    window.key(KeyCode.ENTER);
    assertThat(window.lessonsOpened()).as("where it was left").first().asString().matches("learning-rate [1-9]");
    lessons();
    type("");
    window.onScreen(() -> {
      ComboBox<?> learner = (ComboBox<?>) window.find("#course-learner");
      learner.getEditor().setText("Mira");
      learner.getEditor().requestFocus();
      return null;
    });
    window.key(KeyCode.ENTER);
    window.until("of Mira", () -> list().getItems().stream().anyMatch(lesson -> lesson.id().equals("bias")
        && lesson.state() == CourseLesson.State.DONE));
    assertThat(window.onScreen(() -> list().getItems().get(0).state())).isEqualTo(CourseLesson.State.NEW);
    assertThat(window.onScreen(() -> new Preferences(home.resolve("window.properties")).text("learner"))).contains("Mira");
  }

  @Test
  void aClassPlanGoesOnWithWhatIsNotDone() {
    lessons();
    window.choose(CoursePage.Side.PLANS);
    window.until("a plan", () -> !window.all("#plan-start").isEmpty());
    assertThat(window.onScreen(() -> ((Labeled) window.find("#plan-start")).getText())).contains("A step too far");
    window.speak(Texts.CHINESE);
    assertThat(window.onScreen(() -> ((Labeled) window.find("#plan-start")).getText())).contains("步子迈大了");
    window.onScreen(() -> {
      ((ButtonBase) window.find("#plan-start")).fire();
      return null;
    });
    assertThat(window.lessonsOpened()).singleElement().asString().matches("learning-rate [1-9] of class-45");
  }

  @Test
  void aFolderOfOnesOwnIsListedAndStaysSo() throws Exception {
    Path own = Files.createDirectories(home.resolve("my-lesson"));
    Files.writeString(own.resolve("en.md"), Files.readString(Path.of("resources/lessons/first-neuron/en.md"))
        .replace("title: One neuron learns a line", "title: Our own taxi"));
    LessonLibrary library = new LessonLibrary(new Preferences(home.resolve("window.properties")), (folder, step, plan) -> {});
    assertThat(library.add(own)).isEmpty();
    assertThat(library.add(Files.createDirectories(home.resolve("nothing"))).orElseThrow().toString()).contains("holds no lesson");
    CourseLesson mine = new LessonLibrary(new Preferences(home.resolve("window.properties")), (folder, step, plan) -> {}).read()
        .find("my-lesson").orElseThrow();
    assertThat(mine.title(Texts.ENGLISH.locale())).isEqualTo("Our own taxi");
    assertThat(mine.problem().orElseThrow().toString()).as("its project is missing").contains("receipts.backprop");
    library.remove(mine);
    assertThat(library.read().find("my-lesson")).isEmpty();
    assertThat(own.resolve("en.md")).exists();
  }

  @Test
  void nothingFoundSaysWhatToDo() {
    lessons();
    type("xyzzy");
    window.nextFrames();
    assertThat(window.onScreen(() -> window.all(".course-finder .label").stream().map(label -> ((Label) label).getText()).toList()))
        .contains(Texts.ENGLISH.say("course.none"));
    window.press("course-clear");
    assertThat(listed()).hasSizeGreaterThan(10);
    assertThat(window.onScreen(() -> ((TextField) window.find("#course-search")).getText())).isEmpty();
  }
}
