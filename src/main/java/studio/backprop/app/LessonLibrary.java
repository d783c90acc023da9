package studio.backprop.app;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonProblem;
import studio.backprop.lesson.read.ClassPlan;
import studio.backprop.lesson.read.ClassPlans;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.LessonReader;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.store.AtomicFile;
import studio.backprop.store.StoreProblem;
import studio.backprop.teaching.print.GuideHtml;
import studio.backprop.teaching.print.GuideLesson;
import studio.backprop.teaching.record.LearnerProgress;
import studio.backprop.teaching.record.LessonProgress;
import studio.backprop.teaching.record.ResultRow;
import studio.backprop.teaching.record.ResultsFile;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.formula.FormulaPicture;
import studio.backprop.ui.learn.course.CourseContent;
import studio.backprop.ui.learn.course.CourseLesson;
import studio.backprop.ui.learn.course.CourseModel;
import studio.backprop.worksheet.print.SheetPaper;
import studio.backprop.worksheet.print.WorksheetPdf;

/** Available lessons with the learner's progress, and opening them. */
final class LessonLibrary implements CourseModel.Library {
  private static final String LEARNER = "learner";
  private static final String FOLDERS = "lesson_folders";
  private static final Curriculum.Chapter OWN = new Curriculum.Chapter("own-lessons", "Your lessons", "你的课程", List.of());
  /** Environment variable: search path of shared lesson folders. */
  private static final String SHARED_FOLDERS = "BACKPROP_LESSONS";
  private static final Curriculum.Chapter SHARED =
      new Curriculum.Chapter("class-lessons", "Lessons of your class", "班级课程", List.of());

  private final Preferences preferences;
  private final LessonOpener opener;

  /** Opens a lesson at a step, from 0; a plan defines what follows. */
  interface LessonOpener {
    void open(LessonFolder folder, int step, Optional<ClassPlan> plan);
  }

  /** @param preferences hold learner and lesson folders; progress is stored beside them */
  LessonLibrary(Preferences preferences, LessonOpener opener) {
    this.preferences = preferences;
    this.opener = opener;
  }

  // --- content

  /** Bundled and added lessons with their progress. */
  @Override
  public CourseContent read() {
    Optional<LearnerProgress> learner = learner();
    Curriculum course = Curriculum.bundled();
    List<Curriculum.Chapter> topics = Curriculum.topics().chapters();
    List<CourseLesson> all = new ArrayList<>();
    for (Curriculum.Chapter chapter : course.chapters()) {
      for (String id : chapter.lessons()) {
        Set<String> about = topics.stream().filter(topic -> topic.lessons().contains(id)).map(Curriculum.Chapter::id)
            .collect(Collectors.toSet());
        LessonFolder folder = LessonFolder.bundled(id);
        all.add(new CourseLesson(folder, texts(folder), chapter, about, progress(learner, id), Optional.empty()));
      }
    }
    folders(preferences).forEach(path -> own(path, OWN, learner, all));
    shared(System.getenv(SHARED_FOLDERS)).forEach(path -> own(path, SHARED, learner, all));
    List<String> learners = preferences.folder().map(LearnerProgress::names).orElse(List.of());
    return new CourseContent(all, topics, ClassPlans.bundled().plans(), who(), learners, learner.flatMap(LearnerProgress::trouble));
  }

  private static LessonProgress progress(Optional<LearnerProgress> learner, String id) {
    return learner.map(one -> one.lesson(id)).orElse(LessonProgress.NONE);
  }

  /** Name of the learner; empty for anonymous. */
  static String who(Preferences preferences) {
    return preferences.text(LEARNER).orElse("");
  }

  private String who() {
    return who(preferences);
  }

  private Optional<LearnerProgress> learner() {
    return preferences.folder().map(folder -> LearnerProgress.of(folder, who()));
  }

  /** Texts only; references of bundled lessons are not resolved. */
  private static Map<String, Lesson> texts(LessonFolder folder) {
    if (folder.origin().isPresent()) {
      return ReadLesson.of(folder, List.of()).lessons();
    }
    Map<String, Lesson> all = new LinkedHashMap<>();
    for (String language : folder.languages()) {
      String file = language + ".md";
      LessonReader.read(folder.id(), file, new String(folder.file(file).orElseThrow(), StandardCharsets.UTF_8)).lesson()
          .ifPresent(lesson -> all.put(language, lesson));
    }
    return all;
  }

  private static int step(Map<String, Lesson> lessons, LessonProgress progress) {
    return lessons.values().stream().findFirst().map(progress::place).orElse(0);
  }

  // --- user's lessons

  private static List<Path> folders(Preferences preferences) {
    return folders(preferences.text(FOLDERS).orElse("")).toList();
  }

  private static Stream<Path> folders(String lines) {
    return lines.lines().filter(path -> !path.isEmpty()).map(Path::of);
  }

  /**
   * Lessons and courses in shared folders, each itself one or a container.
   *
   * @param folders null for none
   */
  static List<Path> shared(String folders) {
    List<Path> all = new ArrayList<>();
    for (String name : folders == null ? new String[0] : folders.split(File.pathSeparator)) {
      if (!name.isBlank()) {
        addShared(Path.of(name.strip()), all);
      }
    }
    return all;
  }

  private static void addShared(Path folder, List<Path> all) {
    if (Curriculum.isLessonOrCourse(folder)) {
      all.add(folder);
      return;
    }
    try (Stream<Path> within = Files.list(folder)) {
      within.filter(Curriculum::isLessonOrCourse).sorted().forEach(all::add);
    } catch (IOException e) {
      all.add(folder); // the list reports that it cannot be read
    }
  }

  /** @param chapter of a single lesson */
  private void own(Path path, Curriculum.Chapter chapter, Optional<LearnerProgress> learner, List<CourseLesson> all) {
    try {
      Optional<Curriculum> course = Curriculum.of(path);
      if (course.isEmpty()) {
        all.add(own(LessonFolder.open(path), chapter, learner));
        return;
      }
      for (Curriculum.Chapter part : course.get().chapters()) {
        for (String id : part.lessons()) {
          all.add(own(course.get().lesson(id), part, learner));
        }
      }
    } catch (LessonFolder.Unreadable e) {
      all.add(new CourseLesson(new LessonFolder(path.getFileName().toString(), Map.of(), Optional.of(path)), Map.of(), chapter, Set.of(),
          LessonProgress.NONE, Optional.of(e.sentence())));
    }
  }

  private static CourseLesson own(LessonFolder folder, Curriculum.Chapter chapter, Optional<LearnerProgress> learner) {
    ReadLesson read = ReadLesson.of(folder, Curriculum.bundled().ids());
    return new CourseLesson(folder, read.lessons(), chapter, Set.of(), progress(learner, folder.id()),
        read.errors().stream().findFirst().map(LessonProblem::sentence));
  }

  @Override
  public Optional<Message> add(Path folder) {
    try {
      if (Curriculum.of(folder).isEmpty() && LessonFolder.open(folder).languages().isEmpty()) {
        return Optional.of(Message.of("course.no_lesson", folder.toString()));
      }
      list(preferences, folder);
      return Optional.empty();
    } catch (LessonFolder.Unreadable e) {
      return Optional.of(e.sentence());
    }
  }

  /** Adds the lesson or course of a folder or file to the list. */
  static void list(Preferences preferences, Path folder) {
    Path added = folder.toAbsolutePath().normalize();
    change(preferences, paths -> Stream.concat(paths, Stream.of(added)).distinct());
  }

  @Override
  public boolean mayRemove(CourseLesson lesson) {
    return folders(preferences).stream().anyMatch(path -> holds(path, lesson));
  }

  @Override
  public void remove(CourseLesson lesson) {
    change(preferences, paths -> paths.filter(path -> !holds(path, lesson)));
  }

  /** Whether a listed path is the lesson, or its course. */
  private static boolean holds(Path listed, CourseLesson lesson) {
    Optional<Path> own = lesson.folder().origin().map(path -> path.toAbsolutePath().normalize());
    return own.filter(path -> path.equals(listed) || listed.equals(path.getParent())).isPresent();
  }

  private static void change(Preferences preferences, UnaryOperator<Stream<Path>> change) {
    preferences.change(FOLDERS, lines -> change.apply(folders(lines)).map(Path::toString).collect(Collectors.joining("\n")));
  }


  @Override
  public void choose(String name) {
    preferences.change(LEARNER, before -> name);
  }

  @Override
  public Message forget(String name) {
    Optional<LearnerProgress> learner = preferences.folder().map(folder -> LearnerProgress.of(folder, name));
    try {
      if (learner.isPresent()) {
        learner.get().forgetAll();
      }
      choose("");
      return name.isEmpty() ? Message.of("course.forgotten.nobody") : Message.of("course.forgotten", name);
    } catch (StoreProblem problem) {
      return problem.sentence();
    }
  }

  @Override
  public Message export(String name, Path folder) {
    List<ResultRow> rows = preferences.folder().map(where -> ResultsFile.rows(LearnerProgress.of(where, name))).orElse(List.of());
    if (rows.isEmpty()) {
      return Message.of("course.export.none");
    }
    try {
      Path file = ResultsFile.in(folder, rows);
      ResultsFile.write(file, rows);
      return Message.of("course.exported", rows.size(), file.toString());
    } catch (StoreProblem problem) {
      return problem.sentence();
    }
  }

  // --- opening

  /** Opens a lesson at the step last reached. */
  void open(LessonFolder folder) {
    Map<String, Lesson> read = texts(folder);
    Optional<LessonProgress> progress = learner().map(one -> one.lesson(folder.id()));
    open(folder, progress.filter(LessonProgress::isBegun).map(one -> step(read, one)).orElse(0));
  }

  void open(LessonFolder folder, int step) {
    opener.open(folder, step, Optional.empty());
  }

  @Override
  public void open(CourseLesson lesson, int step, Optional<ClassPlan> plan) {
    opener.open(lesson.folder(), step, plan);
  }

  /** English text of the lesson after one in a plan or course; empty if it is the last or in no course. */
  static Optional<Lesson> after(String id, Optional<ClassPlan> plan) {
    List<String> ids = Curriculum.bundled().ids();
    int place = ids.indexOf(id);
    Optional<String> next = plan.isPresent() ? plan.get().after(id, ids::contains)
        : place < 0 || place == ids.size() - 1 ? Optional.empty() : Optional.of(ids.get(place + 1));
    return next.map(one -> texts(LessonFolder.bundled(one)).get("en"));
  }

  /** Index of a step by id or 1-based number; empty if there is none. */
  static Optional<Integer> step(LessonFolder folder, String wanted) {
    Optional<Lesson> lesson = texts(folder).values().stream().findFirst();
    return lesson.flatMap(one -> one.indexOf(wanted).or(() -> wanted.matches("\\d{1,2}") ? Optional.of(Integer.parseInt(wanted) - 1)
        : Optional.empty()).filter(step -> step >= 0 && step < one.steps().size()));
  }

  @Override
  public Message print(List<CourseLesson> lessons, Optional<ClassPlan> plan, Path file, Texts texts) {
    GuideHtml html = new GuideHtml(texts, FormulaPicture::draw);
    SheetPaper paper = SheetPaper.in(Locale.getDefault());
    List<GuideLesson> played = lessons.stream().map(lesson -> GuideLesson.of(lesson.folder(), lesson.in(texts.locale()).orElseThrow(),
        KernelChoice.create(1), texts)).toList();
    String xhtml = plan.map(one -> html.plan(one, played, paper)).orElseGet(() -> html.lesson(played.get(0), paper));
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".html") || name.endsWith(".htm")) {
        AtomicFile.write(file, out -> out.write(xhtml.getBytes(StandardCharsets.UTF_8)));
        return Message.of("course.printed", file.toString());
      }
      Path pdf = name.endsWith(".pdf") ? file : file.resolveSibling(file.getFileName() + ".pdf");
      AtomicFile.write(pdf, out -> WorksheetPdf.write(xhtml, out));
      return Message.of("course.printed", pdf.toString());
    } catch (StoreProblem problem) {
      return problem.sentence();
    }
  }
}
