package studio.backprop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.network.Edit;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.learn.lesson.AnswerKeeper;
import studio.backprop.ui.learn.lesson.LessonModel;
import studio.backprop.ui.learn.lesson.Phase;

/** A teacher makes a lesson of the open project, writes in it while it is played, checks it, records commands and tries it. */
@Tag("story")
class AuthorStoryTest {
  @TempDir private Path home;
  private StudioWindow window;
  private Path folder;

  @AfterEach
  void close() throws TimeoutException {
    window.close();
  }

  private void type(String field, String words) {
    window.onScreen(() -> {
      ((TextField) window.find("#" + field)).setText(words);
      return null;
    });
  }

  private void replace(String file, String old, String now) throws Exception {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(old);
    Files.writeString(folder.resolve(file), text.replace(old, now));
  }

  private List<String> listed(String style) {
    return window.onScreen(() -> window.all(".preview-bar .list " + style).stream().filter(Labeled.class::isInstance)
        .map(node -> ((Labeled) node).getText()).toList());
  }

  private String state() {
    return window.onScreen(() -> ((Labeled) window.find("#preview-state")).getText());
  }

  @Test
  void fromAProjectToALesson() throws Exception {
    makeIt();
    window.close();
    ReadLesson read = ReadLesson.of(LessonFolder.open(folder), List.of());
    assertThat(read.problems()).isEmpty();
    window = StudioWindow.showLesson(1280, 720,
        new LessonStart(read.folder(), read.lessons(), 0, AnswerKeeper.NONE, Optional.of(read)));
    List<String> tried = new ArrayList<>();
    window.preview(() -> tried.add("tried"));
    LessonModel lesson = window.lesson();
    window.until("played", () -> lesson.phase() == Phase.ASKING);
    writeIt(lesson);
    checkIt();
    recordIt();
    window.press("author-try");
    assertThat(tried).hasSize(1);
  }

  private void makeIt() throws Exception {
    Preferences preferences = new Preferences(home.resolve("window.properties"));
    window = StudioWindow.showStart(1280, 720, preferences);
    window.open(Path.of("circles"));
    window.command("command.lesson.new");
    type("new-lesson-english", "Two rings");
    type("new-lesson-chinese", "两个圆环");
    type("new-lesson-folder", home.resolve("lessons").toString());
    assertThat(window.onScreen(() -> ((TextField) window.find("#new-lesson-id")).getText())).isEqualTo("two-rings");
    window.press("new-lesson-create");
    window.until("made", () -> !window.previewsOpened().isEmpty());
    folder = home.resolve("lessons/two-rings");
    assertThat(window.previewsOpened()).containsExactly(folder);
    assertThat(window.all(".new-lesson-page")).as("the page is out of the way").isEmpty();
    LessonLibrary library = new LessonLibrary(new Preferences(home.resolve("window.properties")), (lesson, step, plan) -> {});
    assertThat(library.read().find("two-rings").orElseThrow().title(Texts.CHINESE.locale())).isEqualTo("两个圆环");
  }

  private void writeIt(LessonModel lesson) throws Exception {
    replace("en.md", "title: Two rings", "title: Two rings, one network");
    window.until("read anew", () -> lesson.lesson().title().equals("Two rings, one network"));
    replace("en.md", "answer: high", "answer: hgih");
    window.until("said", () -> !listed(".place").isEmpty());
    assertThat(listed(".place")).first().asString().matches("en\\.md:\\d+:9");
    assertThat(listed(".label")).anySatisfy(one -> assertThat(one).contains("hgih", "low, middle, high"));
    assertThat(state()).contains("problem");
    replace("en.md", "answer: hgih", "answer: high");
    window.until("right again", () -> state().equals(Texts.ENGLISH.say("author.state.read")));
  }

  private void checkIt() {
    window.press("author-check");
    window.until("checked", () -> listed(".label").contains(Texts.ENGLISH.say("author.check.good")));
  }

  private void recordIt() {
    window.press("preview-record");
    window.onScreen(() -> {
      window.document().apply(new Edit<>(Message.of("edit.settings"),
          project -> project.withTraining(training -> training.withRate(0.1))));
      return null;
    });
    window.until("recorded", () -> listed(".command").contains("rate 0.1"));
    window.press("preview-record");
  }
}
