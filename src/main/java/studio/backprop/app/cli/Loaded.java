package studio.backprop.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import studio.backprop.store.Opened;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Sample;
import studio.backprop.store.Saved;
import studio.backprop.store.StoreProblem;
import studio.backprop.train.Project;

/**
 * The project that a command is to work on.
 *
 * @param name of the file without its ending, or of the sample
 * @param saved what it holds
 */
record Loaded(String name, Saved saved) {
  /** A file, or else a sample of that name. What had to be left out of it is said on the terminal. */
  static Loaded of(String project, Terminal terminal) throws Failure, StoreProblem, IOException {
    Path file = path(project);
    if (Files.isRegularFile(file)) {
      return noted(name(file), ProjectFile.read(file), terminal);
    }
    Optional<Sample> sample = Sample.find(project);
    if (sample.isEmpty()) {
      throw Failure.of("cli.problem.no_project", project);
    }
    try (InputStream in = sample.get().open()) {
      return noted(project, ProjectFile.read(project, in), terminal);
    }
  }

  private static Loaded noted(String name, Opened opened, Terminal terminal) {
    opened.notes().forEach(terminal::note);
    return new Loaded(name, opened.saved());
  }

  private static Path path(String text) throws Failure {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw Failure.of("cli.problem.no_project", text);
    }
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(ProjectFile.SUFFIX) ? name.substring(0, name.length() - ProjectFile.SUFFIX.length()) : name;
  }

  Project project() {
    return saved.project();
  }

  /** The same with changed training settings. */
  Loaded with(Project changed) {
    return new Loaded(name, new Saved(changed, saved.parameters(), saved.progressed()));
  }

  /** Whether it was trained for some steps, but not to the end. */
  boolean unfinished() {
    return saved.progressed().filter(p -> p.step() > 0 && p.epoch() < project().training().epochs()).isPresent();
  }
}
