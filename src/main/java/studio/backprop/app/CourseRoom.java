package studio.backprop.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Scene;
import studio.backprop.lesson.Lesson;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.learn.course.CourseContent;
import studio.backprop.ui.learn.course.CourseLesson;
import studio.backprop.ui.learn.course.CourseLesson.State;
import studio.backprop.ui.learn.course.CourseModel;
import studio.backprop.ui.learn.course.CoursePage;
import studio.backprop.ui.window.start.LessonCard;

/** The page of lessons, made when it is first asked for, and the few of them that the start screen shows. */
final class CourseRoom implements AutoCloseable {
  /** As many as a wide window has room for in a row. */
  private static final int FEW = 6;
  /** One reads while the other writes a guide. */
  private static final int THREADS = 2;

  private final LessonLibrary library;
  private final Lang lang;
  private final Pulse pulse;
  private final ExecutorService workers = Executors.newFixedThreadPool(THREADS, work -> {
    Thread thread = new Thread(work, "lessons");
    thread.setDaemon(true);
    return thread;
  });
  private CoursePage page;
  private int finds;

  CourseRoom(LessonLibrary library, Lang lang, Pulse pulse) {
    this.library = library;
    this.lang = lang;
    this.pulse = pulse;
  }

  LessonLibrary library() {
    return library;
  }

  /** Lays the page over a window. */
  void showIn(Scene scene, Runnable changed) {
    if (page == null) {
      CourseModel model = new CourseModel(library, workers, pulse);
      model.contentProperty().subscribe((before, now) -> changed.run());
      page = new CoursePage(model, lang);
    }
    page.showIn(scene);
  }

  /** Lays the page over a window, and lists the lesson or course of a folder on it. */
  void add(Path folder, Scene scene, Runnable changed) {
    showIn(scene, changed);
    page.add(folder);
  }

  /** Looks for the lessons of the start screen, beside the screen. */
  void find(Consumer<List<LessonCard.Shown>> found) {
    int asked = ++finds;
    workers.execute(() -> {
      CourseContent content = library.read();
      List<LessonCard.Shown> few = few(content);
      pulse.soon(() -> {
        if (asked == finds) { // an older one is out of date
          found.accept(few);
        }
      });
    });
  }

  /** Those that are begun, the last one first; then those that can be begun, in the order of the course; then what else there is. */
  static List<LessonCard.Shown> few(CourseContent content) {
    List<CourseLesson> begun = new ArrayList<>(content.lessons().stream().filter(lesson -> lesson.state() == State.BEGUN).toList());
    begun.sort((a, b) -> b.progress().when().compareTo(a.progress().when()));
    List<CourseLesson> fresh = content.lessons().stream().filter(lesson -> lesson.state() == State.NEW).toList();
    Stream<CourseLesson> ready = fresh.stream().filter(lesson -> isReady(lesson, content));
    Stream<CourseLesson> later = fresh.stream().filter(lesson -> !isReady(lesson, content));
    Stream<CourseLesson> done = content.lessons().stream().filter(lesson -> lesson.state() == State.DONE);
    List<CourseLesson> all = Stream.of(begun.stream(), ready, later, done).flatMap(part -> part)
        .filter(lesson -> !lesson.lessons().isEmpty()).limit(FEW).toList();
    return all.stream().map(lesson -> new LessonCard.Shown(lesson.folder(), lesson.lessons(), content.lessons().indexOf(lesson) + 1,
        lesson.at(), lesson.state() == State.DONE)).toList();
  }

  /** Whether all lessons that it needs are done. */
  private static boolean isReady(CourseLesson lesson, CourseContent content) {
    Optional<Lesson> read = lesson.lessons().values().stream().findFirst();
    return read.stream().flatMap(one -> one.needs().stream())
        .allMatch(id -> content.find(id).map(needed -> needed.state() == State.DONE).orElse(true));
  }

  @Override
  public void close() {
    workers.shutdown();
  }
}
