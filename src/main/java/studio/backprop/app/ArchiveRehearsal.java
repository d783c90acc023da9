package studio.backprop.app;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import studio.backprop.cli.Backprop;
import studio.backprop.cli.Opener;
import studio.backprop.cli.StandardOutput;
import studio.backprop.cli.Terminal;
import studio.backprop.cli.View;
import studio.backprop.lesson.read.ClassPlan;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.project.Project;
import studio.backprop.text.Texts;

/**
 * Training run for class data sharing: starts the program up to a training sample on an in-memory screen, so that generated classes
 * (lambdas) are archived, too; then loads all other classes of a window.
 */
public final class ArchiveRehearsal {
  /** Packages of a window; other libraries are loaded with an export or a plot. */
  private static final List<String> PACKAGES = List.of(
      "studio/backprop/", "javafx/", "com/sun/", "atlantafx/", "org/kordamp/", "tools/jackson/", "com/fasterxml/", "ch/qos/logback/",
      "org/commonmark/", "org/slf4j/");
  private static final String CLASS = ".class";

  private static final long REST_AT_MOST_MILLIS = 60_000;
  private static final long LOOK_MILLIS = 200;

  private ArchiveRehearsal() {}

  public static void main(String[] args) throws IOException {
    Texts texts = Backprop.language(List.of(), Locale.ENGLISH);
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(StandardOutput.standard(StandardCharsets.UTF_8), nowhere, false, texts);
    Backprop.run(terminal, new Rehearsed(texts), "circles");
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.endsWith(".jar")) {
        try (JarFile jar = new JarFile(entry)) {
          classes(jar).forEach(ArchiveRehearsal::load);
        }
      }
    }
    System.exit(awaitRest() ? 0 : 1);
  }

  /**
   * Waits until all other threads of the program are idle; true if they are. Java before 21 archives a method that waits for the compiler
   * and then never compiles it (JDK-8306460); without background compilation only a running thread can wait.
   */
  private static boolean awaitRest() {
    try {
      for (long waited = 0; waited < REST_AT_MOST_MILLIS; waited += LOOK_MILLIS) {
        Thread.sleep(LOOK_MILLIS);
        if (Thread.getAllStackTraces().keySet().stream().noneMatch(ArchiveRehearsal::runs)) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /** Threads of the JDK always count as running. */
  private static boolean runs(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return thread != Thread.currentThread() && group != null && group.getParent() != null && thread.getState() == Thread.State.RUNNABLE;
  }

  /** Opens the window for the training run. */
  private record Rehearsed(Texts texts) implements Opener {
    @Override
    public int open(Optional<Path> project) {
      WindowOpening.rehearse(project.orElseThrow(), texts);
      return 0;
    }

    @Override
    public int openLesson(LessonFolder folder, Optional<String> step, Optional<String> who, boolean present) {
      return 0;
    }

    @Override
    public int openPlan(ClassPlan plan, Optional<String> who, boolean present) {
      return 0;
    }

    @Override
    public int previewLesson(LessonFolder folder) {
      return 0;
    }

    @Override
    public Figures measure(Callable<Project> project, List<View> views, double seconds) {
      throw new UnsupportedOperationException("nothing is measured in a rehearsal");
    }

    @Override
    public List<LessonFigures> measureLessons(List<LessonFolder> lessons) {
      throw new UnsupportedOperationException("nothing is measured in a rehearsal");
    }
  }

  private static Stream<String> classes(JarFile jar) {
    return jar.stream()
        .map(entry -> entry.getName())
        .filter(name -> name.endsWith(CLASS) && PACKAGES.stream().anyMatch(name::startsWith))
        .map(name -> name.substring(0, name.length() - CLASS.length()).replace('/', '.'));
  }

  /** Skips classes for other platforms with missing dependencies. */
  private static void load(String name) {
    try {
      Class.forName(name, false, ArchiveRehearsal.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError absent) {
      return;
    }
  }
}
