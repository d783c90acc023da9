package studio.backprop.ui.learn.author;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backprop.lesson.LessonProblem;
import studio.backprop.lesson.play.Proof;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.teaching.author.FolderWatch;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Pulse;

/** A lesson that its author is writing: what is wrong with its files as they were saved last, and whether it holds what it says. */
public final class PreviewModel implements AutoCloseable {
  private final ObservableList<LessonProblem> problems = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Message>> trouble = new ReadOnlyObjectWrapper<>(this, "trouble", Optional.empty());
  private final ReadOnlyIntegerWrapper readings = new ReadOnlyIntegerWrapper(this, "readings");
  private final ReadOnlyBooleanWrapper older = new ReadOnlyBooleanWrapper(this, "older");
  private final ReadOnlyObjectWrapper<Optional<List<LessonProblem>>> proved =
      new ReadOnlyObjectWrapper<>(this, "proved", Optional.empty());
  private final BooleanProperty fresh = new SimpleBooleanProperty(this, "fresh");
  private final Path folder;
  private final Errand check;
  private final FolderWatch watch;
  private Consumer<ReadLesson> renewed = read -> {};
  private ReadLesson read;
  private String language;

  /**
   * Watches the folder from now on.
   *
   * @param first what was read when the preview was opened
   * @param language of the window, {@code en} or {@code zh}
   */
  public PreviewModel(Path folder, ReadLesson first, String language, Pulse pulse) {
    this.folder = folder;
    this.language = language;
    this.check = new Errand("lesson check", pulse);
    this.read = first;
    problems.setAll(first.problems());
    older.set(false);
    watch = new FolderWatch(folder, first.folder(), seen -> pulse.soon(() -> take(seen)));
  }

  /** Hears of each saved version that can be played. */
  public void onRenewed(Consumer<ReadLesson> hears) {
    renewed = hears;
  }

  public Path folder() {
    return folder;
  }

  /** Of the files as they were saved last. */
  public ObservableList<LessonProblem> problems() {
    return problems;
  }

  /** How many of them keep a part of the lesson from being played. */
  public int errors() {
    return (int) problems.stream().filter(LessonProblem::error).count();
  }

  /** Why the folder cannot be read at all. */
  public ReadOnlyObjectProperty<Optional<Message>> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** Counts how often it was read anew. */
  public ReadOnlyIntegerProperty readingsProperty() {
    return readings.getReadOnlyProperty();
  }

  /** Whether an older version is played, as the newest has errors. */
  public ReadOnlyBooleanProperty olderProperty() {
    return older.getReadOnlyProperty();
  }

  /** Whether the folder was made a moment ago. */
  public BooleanProperty freshProperty() {
    return fresh;
  }

  /** The language of the window, in which the lesson is played as long as the two differ. */
  public void speak(String now) {
    language = now;
    if (alone()) {
      renewed.accept(played());
    }
  }

  /** Whether the newest version is played in one language only, as the other one still says something else. */
  public boolean alone() {
    return !older.get() && read.onlyDiffers();
  }

  private static boolean playable(ReadLesson read) {
    return !read.lessons().isEmpty() && (read.errors().isEmpty() || read.onlyDiffers());
  }

  private ReadLesson played() {
    return read.onlyDiffers() ? read.alone(language) : read;
  }

  private void take(FolderWatch.Seen seen) {
    trouble.set(seen.trouble());
    cancel();
    proved.set(Optional.empty());
    problems.setAll(seen.lesson().map(ReadLesson::problems).orElse(List.of()));
    boolean good = seen.lesson().filter(PreviewModel::playable).isPresent();
    older.set(!good);
    seen.lesson().ifPresent(one -> read = one);
    if (good) {
      renewed.accept(played());
    }
    readings.set(readings.get() + 1);
  }

  // --- the check

  /** How far the check is, from 0 to 1; below 0 while there is none. */
  public ReadOnlyDoubleProperty progressProperty() {
    return check.progressProperty();
  }

  /** What does not hold; nothing where it was not checked since it was saved. */
  public ReadOnlyObjectProperty<Optional<List<LessonProblem>>> provedProperty() {
    return proved.getReadOnlyProperty();
  }

  /** Whether the lesson can be checked: the file that is played has no errors. */
  public boolean checkable() {
    return playable(read) && trouble.get().isEmpty();
  }

  /** Plays the lesson in the background: each solution, each wrong way and each expectation. */
  public void check() {
    if (checkable() && !check.busy()) {
      proved.set(Optional.empty());
      ReadLesson now = played();
      check.begin(progression -> {
        List<LessonProblem> found = Proof.of(now, progression);
        return () -> proved.set(Optional.of(found));
      });
    }
  }

  /** Ends the check without an answer. */
  public void cancel() {
    check.cancel();
  }

  @Override
  public void close() {
    cancel();
    watch.close();
  }
}
