package studio.backprop.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.lesson.Lesson;
import studio.backprop.lesson.LessonProblem;
import studio.backprop.lesson.command.LessonCommand.Owner;
import studio.backprop.lesson.command.SettingNames;
import studio.backprop.lesson.play.Proof;
import studio.backprop.lesson.read.ClassPlan;
import studio.backprop.lesson.read.ClassPlans;
import studio.backprop.lesson.read.Curriculum;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.network.Node;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;

/** Command {@code lessons}: lists, checks and proves lessons, lists names, collects results. */
@Command(name = "lessons", sortOptions = false)
final class LessonList implements Callable<Integer> {
  /** Mutually exclusive actions. */
  private static final class Wish {
    @Option(names = "--check", paramLabel = "FOLDER", descriptionKey = "backprop.lessons.check")
    private Path check;

    @Option(names = "--prove", paramLabel = "FOLDER", descriptionKey = "backprop.lessons.prove")
    private Path prove;

    @Option(names = "--settings", descriptionKey = "backprop.lessons.settings")
    private boolean settings;

    @Option(names = "--nodes", paramLabel = "PROJECT", descriptionKey = "backprop.lessons.nodes")
    private String nodes;

    @Option(names = "--collect", paramLabel = "FOLDER", descriptionKey = "backprop.lessons.collect")
    private Path collect;
  }

  private final Terminal terminal;

  @ArgGroup private Wish wish = new Wish();

  LessonList(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (wish.check != null || wish.prove != null) {
      return read(wish.check != null ? wish.check : wish.prove, wish.prove != null);
    } else if (wish.settings) {
      settings();
    } else if (wish.nodes != null) {
      nodes();
    } else if (wish.collect != null) {
      ClassResults.collect(wish.collect, terminal);
    } else {
      list();
    }
    return 0;
  }

  private String language() {
    return terminal.texts().locale().getLanguage().equals("zh") ? "zh" : "en";
  }

  private void list() throws Failure {
    Curriculum curriculum = Curriculum.bundled();
    List<String> ids = curriculum.ids();
    int width = ids.stream().mapToInt(String::length).max().orElse(0);
    for (Curriculum.Chapter chapter : curriculum.chapters()) {
      terminal.print((chapter == curriculum.chapters().get(0) ? "" : "\n") + chapter.title(terminal.texts().locale()));
      for (String id : chapter.lessons()) {
        Optional<Lesson> lesson = ReadLesson.of(open(curriculum, id), ids).lesson(language());
        lesson.ifPresent(one -> terminal.print(String.format("  %-" + width + "s  %s (%s)", id, one.title(),
            terminal.say("cli.lessons.minutes", one.minutes()))));
      }
    }
    terminal.print("\n" + terminal.say("cli.lessons.plans"));
    for (ClassPlan plan : ClassPlans.bundled().plans()) {
      terminal.print(String.format("  %-" + width + "s  %s (%s)", plan.id(), plan.title().in(terminal.texts().locale()),
          terminal.say("cli.lessons.minutes", plan.minutes())));
    }
  }

  private static LessonFolder open(Curriculum curriculum, String id) throws Failure {
    try {
      return curriculum.lesson(id);
    } catch (LessonFolder.Unreadable e) {
      throw new Failure(e.sentence());
    }
  }

  // --- for authors

  /** @param play whether to play it, too */
  private int read(Path path, boolean play) throws Failure {
    List<String> known = new ArrayList<>(Curriculum.bundled().ids());
    int errors = 0;
    try {
      Optional<Curriculum> course = Files.isDirectory(path) ? Curriculum.of(path) : Optional.empty();
      if (course.isEmpty()) {
        errors += read(LessonFolder.open(path), known, "", play);
      } else {
        errors += tell(course.get().problems(), "");
        known.addAll(course.get().ids());
        for (String id : course.get().ids()) {
          if (Files.isDirectory(path.resolve(id))) {
            errors += read(course.get().lesson(id), known, id + "/", play);
          }
        }
        errors += circles(course.get());
      }
    } catch (LessonFolder.Unreadable e) {
      throw new Failure(e.sentence());
    }
    terminal.note(errors == 0 ? play ? "cli.lessons.proved" : "cli.lessons.good" : "cli.lessons.errors", errors);
    return errors == 0 ? 0 : 1;
  }

  private int circles(Curriculum course) throws LessonFolder.Unreadable {
    Map<String, List<String>> needs = new LinkedHashMap<>();
    for (String id : course.ids()) {
      if (Files.isDirectory(course.folder().orElseThrow().resolve(id))) {
        ReadLesson.of(course.lesson(id), List.of()).lesson("en").ifPresent(lesson -> needs.put(id, lesson.needs()));
      }
    }
    List<String> circle = Curriculum.circle(needs);
    return circle.isEmpty() ? 0 : tell(List.of(LessonProblem.error(Curriculum.CONTENTS, 1, 0,
        Message.of("lesson.course.circle", String.join(", ", circle)))), "");
  }

  private int read(LessonFolder folder, List<String> known, String before, boolean play) {
    ReadLesson read = ReadLesson.of(folder, known);
    int errors = tell(read.problems(), before);
    Optional<Lesson> lesson = read.lesson("en");
    if (play && errors == 0 && lesson.isPresent()) {
      String file = read.lessons().containsKey("en") ? "en.md" : "zh.md";
      errors += tell(Proof.of(lesson.get(), folder, file, KernelChoice.create(1)), before);
    }
    return errors;
  }

  /** @return number of errors */
  private int tell(List<LessonProblem> problems, String before) {
    problems.forEach(problem -> terminal.print(before + problem.say(terminal.texts())));
    return (int) problems.stream().filter(LessonProblem::error).count();
  }

  private void settings() {
    for (Owner owner : Owner.values()) {
      String before = owner == Owner.DATA ? "data " : owner == Owner.NODE ? "node NAME " : "";
      SettingNames.of(owner).forEach(name -> terminal.print(before + name + " " + SettingNames.values(owner, name)));
    }
  }

  private void nodes() throws Exception {
    Table table = new Table(terminal.say("cli.info.node"), terminal.say("cli.info.layer"), terminal.say("cli.lessons.settings"));
    for (Node node : Loaded.of(wish.nodes, terminal).saved().project().network().nodes()) {
      String settings = node.type().settings().stream().map(Setting::name).collect(Collectors.joining(" "));
      table.row(node.name(), node.type().id(), settings);
    }
    table.lines().forEach(terminal::print);
  }
}
