package studio.backprop.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.ui.learn.lesson.AnswerKeeper;
import studio.backprop.ui.learn.lesson.LessonModel;
import studio.backprop.ui.learn.lesson.Phase;

/** A lesson that a test has written, played in a narrow window. */
final class PlayedLesson implements AutoCloseable {
  private final StudioWindow window;
  private final LessonModel lesson;

  private PlayedLesson(StudioWindow window) {
    this.window = window;
    this.lesson = window.lesson();
  }

  /** @param folder in which the lesson gets a folder of this name */
  static PlayedLesson open(Path folder, String name, String text) throws Exception {
    Path here = Files.createDirectory(folder.resolve(name));
    Files.writeString(here.resolve("en.md"), text);
    LessonFolder read = LessonFolder.open(here);
    return new PlayedLesson(StudioWindow.showLesson(1280, 720,
        new LessonStart(read, ReadLesson.of(read, List.of()).lessons(), 0, AnswerKeeper.NONE)));
  }

  StudioWindow window() {
    return window;
  }

  void waitFor(int step, Phase phase) {
    window.until("step " + step + " is " + phase, () -> lesson.stepProperty().get() == step && lesson.phase() == phase);
    window.nextFrames();
  }

  void next() {
    window.onScreen(() -> {
      lesson.next();
      return null;
    });
  }

  /** Types a number, is certain, and reveals. */
  void answer(String typed) {
    window.onScreen(() -> {
      lesson.answering().typedProperty().set(typed);
      lesson.answering().sureProperty().set(2);
      lesson.question().reveal();
      return null;
    });
  }

  boolean isSeen(String selector) {
    return window.onScreen(() -> window.all(selector).stream()
        .anyMatch(node -> Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible)));
  }

  @Override
  public void close() throws TimeoutException {
    window.close();
  }
}
