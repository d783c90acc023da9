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

/** View model of a lesson preview: problems of the saved files, and results of the check. */
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
   * Watches the folder.
   *
   * @param first result of the initial reading
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

  /** Notified of each saved version that can be played. */
  public void onRenewed(Consumer<ReadLesson> hears) {
    renewed = hears;
  }

  public Path folder() {
    return folder;
  }

  /** Of the last saved files. */
  public ObservableList<LessonProblem> problems() {
    return problems;
  }

  /** Number of problems that prevent a part from being played. */
  public int errors() {
    return (int) problems.stream().filter(LessonProblem::error).count();
  }

  /** Why the folder cannot be read. */
  public ReadOnlyObjectProperty<Optional<Message>> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** Number of readings. */
  public ReadOnlyIntegerProperty readingsProperty() {
    return readings.getReadOnlyProperty();
  }

  /** Whether an older version is played because the newest has errors. */
  public ReadOnlyBooleanProperty olderProperty() {
    return older.getReadOnlyProperty();
  }

  /** Whether the folder was just created. */
  public BooleanProperty freshProperty() {
    return fresh;
  }

  /** Language of the window, in which the lesson is played as long as the two differ. */
  public void speak(String now) {
    language = now;
    if (alone()) {
      renewed.accept(played());
    }
  }

  /** Whether the newest version is played in one language only, because the other is outdated. */
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

  // --- check

  /** Progress of the check, from 0 to 1; below 0 while idle. */
  public ReadOnlyDoubleProperty progressProperty() {
    return check.progressProperty();
  }

  /** Failures of the check; empty if unchecked since the last save. */
  public ReadOnlyObjectProperty<Optional<List<LessonProblem>>> provedProperty() {
    return proved.getReadOnlyProperty();
  }

  /** Whether the played file has no errors. */
  public boolean checkable() {
    return playable(read) && trouble.get().isEmpty();
  }

  /** Checks the lesson in the background: each solution, each wrong solution and each expectation. */
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

  public void cancel() {
    check.cancel();
  }

  @Override
  public void close() {
    cancel();
    watch.close();
  }
}
