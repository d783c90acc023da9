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
 * The project that a command is to work on.
 *
 * @param name of the file without its ending, or of the sample
 * @param source where it comes from: a file with its whole path, or the name of the sample
 * @param saved what it holds, changed to what was asked for
 * @param beginning the weights from which it begins, as it was read
 * @param misfit whether some of its weights did not fit the network, and are drawn anew
 */
record Loaded(String name, String source, Saved saved, InitialWeights beginning, boolean misfit) {
  Loaded(String name, String source, Saved saved) {
    this(name, source, saved, saved.beginning(), false);
  }

  /** A file, or else a sample of that name, or else the one project of a folder. What had to be left out of it is said on the terminal. */
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

  /** The one project of a folder, such as a training leaves behind. */
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

  /** A project that was made for a person's own file. */
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

  /** The same with changed training settings. */
  Loaded with(Project changed) {
    return new Loaded(name, source, saved.with(changed, saved.steps()), beginning, misfit);
  }

  /** The same at another point of its training. */
  Loaded with(Saved other) {
    return new Loaded(name, source, other);
  }

  /** The same, begun with weights that a person has set; empty where its seed drew them. */
  Loaded from(Optional<Parameters> set) {
    return new Loaded(name, source, saved.from(set), beginning, misfit);
  }

  /** What a session of it has reached. */
  Saved reached(Session session) {
    return Saved.of(session).from(saved.start()).with(saved.runs()).with(saved.twins());
  }

  /** What a training of it has come to, with its run in the run history. */
  Saved ended(Training training) {
    List<RunRecord> runs = new ArrayList<>(saved.runs().stream().map(RunRecord::past).toList());
    runs.add(training.record(name));
    return reached(training.session()).with(runs.subList(Math.max(0, runs.size() - RunRecord.MOST), runs.size()));
  }

  /** @throws Failure if it generates examples, so that there is nothing to predict */
  void checkPredicts() throws Failure {
    if (project().assignment().acts()) {
      throw Failure.of("cli.problem.acts", name);
    }
    if (!project().assignment().predicts()) {
      throw Failure.of("cli.problem.generates", name);
    }
  }

  /** What it has learned, or a person has set by hand; empty where the seed alone has drawn its weights. */
  Optional<Parameters> trained() {
    // a network of which a part is drawn anew predicts nothing, and its figures would be noise
    boolean known = beginning.isTrained(saved.progressed().map(TrainingProgress::step).orElse(0L));
    return misfit || !known ? Optional.empty() : saved.parameters();
  }

  /** What it has learned. @param untrained the sentence where it has learned nothing @throws Failure with that sentence */
  Parameters learned(String untrained) throws Failure {
    return trained().orElseThrow(() -> Failure.of(misfit ? "cli.problem.misfit" : untrained, name));
  }

  /** Whether it was trained for some steps, but not to the end. */
  boolean unfinished() {
    return saved.progressed().filter(p -> p.step() > 0 && p.epoch() < project().training().epochs()).isPresent();
  }
}
