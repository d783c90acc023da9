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

/** Page of lessons, created lazily, and the selection of them on the start screen. */
final class CourseRoom implements AutoCloseable {
  /** Maximum on the start screen. */
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

  /** Overlays the page on a window. */
  void showIn(Scene scene, Runnable changed) {
    if (page == null) {
      CourseModel model = new CourseModel(library, workers, pulse);
      model.contentProperty().subscribe((before, now) -> changed.run());
      page = new CoursePage(model, lang);
    }
    page.showIn(scene);
  }

  /** Overlays the page on a window, with the lesson or course of a folder added. */
  void add(Path folder, Scene scene, Runnable changed) {
    showIn(scene, changed);
    page.add(folder);
  }

  /** Finds the lessons of the start screen in the background. */
  void find(Consumer<List<LessonCard.Shown>> found) {
    int asked = ++finds;
    workers.execute(() -> {
      CourseContent content = library.read();
      List<LessonCard.Shown> few = few(content);
      pulse.soon(() -> {
        if (asked == finds) { // older requests are obsolete
          found.accept(few);
        }
      });
    });
  }

  /** Lessons in progress, latest first; then those that are ready, in course order; then the others. */
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

  /** Whether all prerequisites are completed. */
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
