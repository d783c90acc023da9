package studio.backprop.ui.learn.course;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.backprop.lesson.read.ClassPlan;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Pulse;

/** View model of the course: lessons, filters, and commands. */
public final class CourseModel {
  private static final Logger LOG = LoggerFactory.getLogger(CourseModel.class);

  /** Source of lessons and learners. Slow methods are called on worker threads. */
  public interface Library {
    CourseContent read();

    /** Plays a lesson from a step, from 0. @param plan that continues after it */
    void open(CourseLesson lesson, int step, Optional<ClassPlan> plan);

    /** Changes the current learner. @param name empty for an anonymous learner */
    void choose(String name);

    /** Deletes all data of a learner. @return result */
    Message forget(String name);

    /** Exports the answers of a learner. @return result */
    Message export(String name, Path folder);

    /** Adds the lesson or course of a folder or file. @return why it cannot be added */
    Optional<Message> add(Path folder);

    /** Whether it was added by the user, and can be removed from the list. */
    boolean mayRemove(CourseLesson lesson);

    /** Removes it from the list; its files are kept. */
    void remove(CourseLesson lesson);

    /** Exports the teacher's guide. @return result */
    Message print(List<CourseLesson> lessons, Optional<ClassPlan> plan, Path file, Texts texts);
  }

  private final Library library;
  private final Executor worker;
  private final Pulse pulse;
  private final ReadOnlyObjectWrapper<CourseContent> content = new ReadOnlyObjectWrapper<>(this, "content", CourseContent.NONE);
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ObjectProperty<Optional<String>> chapter = new SimpleObjectProperty<>(this, "chapter", Optional.empty());
  private final ObjectProperty<Optional<Integer>> longest = new SimpleObjectProperty<>(this, "longest", Optional.empty());
  private final ObjectProperty<Optional<CourseLesson.State>> state = new SimpleObjectProperty<>(this, "state", Optional.empty());
  private final ObjectProperty<Optional<String>> topic = new SimpleObjectProperty<>(this, "topic", Optional.empty());
  private int refreshes;
  private Runnable opening = () -> {};
  private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper(this, "read");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final ReadOnlyObjectWrapper<Message> said = new ReadOnlyObjectWrapper<>(this, "said");
  private final ObservableValue<List<CourseLesson>> shown =
      Bindings.createObjectBinding(this::find, Stream.of(content, text, chapter, longest, state, topic).toArray(Observable[]::new));

  /** @param worker reads and writes in the background; may use several threads */
  public CourseModel(Library library, Executor worker, Pulse pulse) {
    this.library = library;
    this.worker = worker;
    this.pulse = pulse;
  }

  // --- state

  public ReadOnlyObjectProperty<CourseContent> contentProperty() {
    return content.getReadOnlyProperty();
  }

  public CourseContent content() {
    return content.get();
  }

  /** Whether it was read at least once. */
  public ReadOnlyBooleanProperty readProperty() {
    return read.getReadOnlyProperty();
  }

  /** Lessons that match all filters. */
  public ObservableValue<List<CourseLesson>> shownProperty() {
    return shown;
  }

  /** Result of the last command; initially empty. */
  public ReadOnlyObjectProperty<Message> saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** Whether a background task is running. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Search text. */
  public StringProperty textProperty() {
    return text;
  }

  /** Id of a chapter; empty for all. */
  public ObjectProperty<Optional<String>> chapterProperty() {
    return chapter;
  }

  /** Maximum duration in minutes; empty for any. */
  public ObjectProperty<Optional<Integer>> longestProperty() {
    return longest;
  }

  public ObjectProperty<Optional<CourseLesson.State>> stateProperty() {
    return state;
  }

  /** Id of a topic; empty for all. */
  public ObjectProperty<Optional<String>> topicProperty() {
    return topic;
  }

  private List<CourseLesson> find() {
    List<CourseLesson> passed = content.get().lessons().stream()
        .filter(lesson -> chapter.get().map(id -> lesson.chapter().id().equals(id)).orElse(true))
        .filter(lesson -> longest.get().map(minutes -> lesson.minutes() <= minutes).orElse(true))
        .filter(lesson -> state.get().map(wanted -> lesson.state() == wanted).orElse(true))
        .filter(lesson -> topic.get().map(lesson.topics()::contains).orElse(true))
        .toList();
    if (text.get().isBlank()) {
      return passed;
    }
    List<CourseLesson> named = passed.stream().filter(lesson -> lesson.says(text.get(), Stream.concat(Stream.of(lesson.chapter()),
        content.get().topics().stream().filter(one -> lesson.topics().contains(one.id()))))).toList();
    return named.isEmpty() ? passed.stream().filter(lesson -> lesson.tells(text.get())).toList() : named;
  }

  boolean isFiltered() {
    return shown.getValue().size() < content.get().lessons().size();
  }

  public void clearFilters() {
    text.set("");
    chapter.set(Optional.empty());
    longest.set(Optional.empty());
    state.set(Optional.empty());
    topic.set(Optional.empty());
  }

  // --- commands

  /** Reads lessons and progress. */
  public void refresh() {
    int asked = ++refreshes;
    worker.execute(() -> {
      CourseContent found = library.read();
      pulse.soon(() -> {
        if (asked == refreshes) { // an older one is out of date
          content.set(found);
          read.set(true);
          found.trouble().ifPresent(said::set);
        }
      });
    });
  }

  /** Called before a lesson opens. */
  void onOpening(Runnable before) {
    opening = before;
  }

  /** Resumes a lesson. */
  public void open(CourseLesson lesson) {
    open(lesson, lesson.at(), Optional.empty());
  }

  /** Resumes a lesson of a plan, which continues after it. */
  public void open(CourseLesson lesson, ClassPlan plan) {
    open(lesson, lesson.at(), Optional.of(plan));
  }

  /** Plays a lesson from its first step. */
  public void openAnew(CourseLesson lesson) {
    open(lesson, 0, Optional.empty());
  }

  private void open(CourseLesson lesson, int step, Optional<ClassPlan> plan) {
    if (lesson.steps() > 0) {
      opening.run();
      library.open(lesson, step, plan);
    }
  }

  /** Resumes a plan. */
  public void start(ClassPlan plan) {
    content.get().next(plan).ifPresent(lesson -> open(lesson, lesson.at(), Optional.of(plan)));
  }

  /** Changes the current learner. @param name empty for an anonymous learner */
  public void choose(String name) {
    if (!name.strip().equals(content.get().learner())) {
      said.set(null);
      library.choose(name.strip());
      refresh();
    }
  }

  /** Deletes the data of the current learner. */
  public void forgetLearner() {
    String name = content.get().learner();
    work(() -> library.forget(name));
  }

  /** Exports the answers of the current learner. */
  public void export(Path folder) {
    String name = content.get().learner();
    work(() -> library.export(name, folder));
  }

  /** Adds a lesson or course. */
  public void add(Path folder) {
    work(() -> library.add(folder).orElse(null));
  }

  public boolean mayRemove(CourseLesson lesson) {
    return library.mayRemove(lesson);
  }

  /** Removes an added lesson from the list. */
  public void remove(CourseLesson lesson) {
    work(() -> {
      library.remove(lesson);
      return null;
    });
  }

  /** Exports the teacher's guide of a lesson. */
  public void print(CourseLesson lesson, Path file, Texts texts) {
    work(() -> library.print(List.of(lesson), Optional.empty(), file, texts));
  }

  /** Exports the teacher's guide of a plan. */
  public void print(ClassPlan plan, Path file, Texts texts) {
    List<CourseLesson> lessons = content.get().lessons(plan);
    work(() -> library.print(lessons, Optional.of(plan), file, texts));
  }

  private void work(Supplier<Message> work) {
    busy.set(true);
    said.set(null);
    worker.execute(() -> {
      Message outcome = outcome(work);
      pulse.soon(() -> {
        busy.set(false);
        said.set(outcome);
        refresh();
      });
    });
  }

  private static Message outcome(Supplier<Message> work) {
    try {
      return work.get();
    } catch (RuntimeException e) { // also then the page goes on
      LOG.error("work on lessons has failed", e);
      return Message.of("course.failed", Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()));
    }
  }

  /** Clears the message. */
  public void quiet() {
    said.set(null);
  }
}
