package studio.backprop.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.run.InitialWeights;
import studio.backprop.store.Opened;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Sample;
import studio.backprop.store.Saved;
import studio.backprop.store.StoreProblem;
import studio.backprop.train.Session;
import studio.backprop.train.TrainingProgress;
import studio.backprop.train.record.RunRecord;

/**
 * Project of a command.
 *
 * @param name of the file without its extension, or of the sample
 * @param source absolute path of the file, or name of the sample
 * @param saved content, changed by the options
 * @param beginning initial weights, as read
 * @param misfit whether some weights did not fit the network, and are drawn anew
 */
record Loaded(String name, String source, Saved saved, InitialWeights beginning, boolean misfit) {
  Loaded(String name, String source, Saved saved) {
    this(name, source, saved, saved.beginning(), false);
  }

  /** Opens a file, else a sample of that name, else the only project of a folder. Prints what had to be left out of it. */
  static Loaded of(String project, Terminal terminal) throws Failure, StoreProblem, IOException {
    Path file = path(project);
    if (Files.isRegularFile(file)) {
      return noted(name(file), file.toRealPath().toString(), ProjectFile.read(file), terminal);
    }
    Optional<Sample> sample = Sample.find(project);
    if (sample.isEmpty()) {
      if (Files.isDirectory(file)) {
        return inFolder(project, file, terminal);
      }
      throw Failure.of("cli.problem.no_project", project);
    }
    try (InputStream in = sample.get().open()) {
      return noted(project, project, ProjectFile.read(project, in), terminal);
    }
  }

  /** The only project of a folder, such as the output of a training. */
  private static Loaded inFolder(String text, Path folder, Terminal terminal) throws Failure, StoreProblem, IOException {
    List<Path> projects;
    try (Stream<Path> files = Files.list(folder)) {
      projects = files.filter(file -> file.toString().endsWith(ProjectFile.SUFFIX) && Files.isRegularFile(file)).sorted().toList();
    }
    if (projects.size() != 1) {
      throw projects.isEmpty() ? Failure.of("cli.problem.folder_empty", text)
          : Failure.of("cli.problem.folder_several", text, projects.get(0).toString(), projects.size());
    }
    Path file = projects.get(0);
    return noted(name(file), file.toRealPath().toString(), ProjectFile.read(file), terminal);
  }

  /** Project generated for a data file. */
  static Loaded made(Path data, Project project) throws IOException {
    String file = data.getFileName().toString();
    String name = file.lastIndexOf('.') > 0 ? file.substring(0, file.lastIndexOf('.')) : file;
    return new Loaded(name, data.toRealPath().toString(), Saved.of(project));
  }

  private static Loaded noted(String name, String source, Opened opened, Terminal terminal) {
    opened.notes().forEach(terminal::note);
    return new Loaded(name, source, opened.saved(), opened.saved().beginning(), opened.isMisfit());
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

  Loaded with(Project changed) {
    return new Loaded(name, source, saved.with(changed, saved.steps()), beginning, misfit);
  }

  /** Copy at another point of its training. */
  Loaded with(Saved other) {
    return new Loaded(name, source, other);
  }

  /** Copy with manually set initial weights; empty if drawn from the seed. */
  Loaded from(Optional<Parameters> set) {
    return new Loaded(name, source, saved.from(set), beginning, misfit);
  }

  Saved reached(Session session) {
    return Saved.of(session).from(saved.start()).with(saved.runs()).with(saved.twins());
  }

  /** Result of a training, with its run in the run history. */
  Saved ended(Training training) {
    List<RunRecord> runs = new ArrayList<>(saved.runs().stream().map(RunRecord::past).toList());
    runs.add(training.record(name));
    return reached(training.session()).with(runs.subList(Math.max(0, runs.size() - RunRecord.MOST), runs.size()));
  }

  /** @throws Failure for a generator, which has no predictions */
  void checkPredicts() throws Failure {
    if (project().assignment().acts()) {
      throw Failure.of("cli.problem.acts", name);
    }
    if (!project().assignment().predicts()) {
      throw Failure.of("cli.problem.generates", name);
    }
  }

  /** Trained or manually set weights; empty if drawn from the seed alone. */
  Optional<Parameters> trained() {
    // with some weights drawn anew, predictions would be noise
    boolean known = beginning.isTrained(saved.progressed().map(TrainingProgress::step).orElse(0L));
    return misfit || !known ? Optional.empty() : saved.parameters();
  }

  /** Trained weights. @param untrained message where there are none @throws Failure with that message */
  Parameters learned(String untrained) throws Failure {
    return trained().orElseThrow(() -> Failure.of(misfit ? "cli.problem.misfit" : untrained, name));
  }

  /** Whether it was trained for some steps, but not to the end. */
  boolean unfinished() {
    return saved.progressed().filter(p -> p.step() > 0 && p.epoch() < project().training().epochs()).isPresent();
  }
}
