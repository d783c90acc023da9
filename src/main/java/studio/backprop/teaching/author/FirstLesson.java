package studio.backprop.teaching.author;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import studio.backprop.data.DataProblem;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.data.Task;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.lesson.LessonProblem;
import studio.backprop.lesson.check.CheckParser;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.command.LessonCommand.Change;
import studio.backprop.lesson.command.LessonCommand.Grain;
import studio.backprop.lesson.command.LessonCommand.Owner;
import studio.backprop.lesson.play.LessonPlay;
import studio.backprop.lesson.play.Progression;
import studio.backprop.lesson.play.SelfTest;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.lesson.read.ReadLesson;
import studio.backprop.network.Problem;
import studio.backprop.project.Project;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Saved;
import studio.backprop.text.Texts;
import studio.backprop.train.Session;

/**
 * Generates a playable first lesson from a project, with numbers measured by this engine and comments for its author. Its project contains
 * the initial weights, so that all learners see the same numbers.
 */
public final class FirstLesson {
  /** File name of the initial project. */
  public static final String START = "start.backprop";
  /** Limit for a single training, in nanoseconds on this machine. */
  private static final long BUDGET = 1_500_000_000L;
  private static final long WARM_UP = 1_000_000_000L;
  /** Minimum number of steps, even beyond {@link #BUDGET}. */
  private static final int FEW_STEPS = 20;
  private static final long PATIENCE = 8_000_000_000L;
  private static final int MOST_EPOCHS = 10;
  private static final double SLOWER = 100;

  private final NewLesson wanted;
  private final Kernels kernels;
  private final Progression progression;
  private final Saved start;
  private final LessonFolder folder;
  private double reached;

  private FirstLesson(Saved open, NewLesson wanted, Kernels kernels, Progression progression) throws AuthorProblem {
    this.wanted = wanted;
    this.kernels = kernels;
    this.progression = progression;
    this.start = withWeights(open);
    this.folder = folder(Map.of());
  }

  /**
   * Files of the lesson by name.
   *
   * @param open the project with its training
   * @param progression polled for cancellation
   * @throws AuthorProblem if the project does not allow for a lesson
   * @throws CancellationException if canceled
   */
  public static Map<String, byte[]> of(Saved open, NewLesson wanted, Kernels kernels, Progression progression) throws AuthorProblem {
    return new FirstLesson(open, wanted, kernels, progression).make();
  }

  /** The same with kernels of its own. */
  public static Map<String, byte[]> of(Saved open, NewLesson wanted, Progression progression) throws AuthorProblem {
    try (Kernels kernels = KernelChoice.create(1)) {
      return of(open, wanted, kernels, progression);
    }
  }

  /** Discards the author's trainings: their curves would reveal the predictions asked of a learner. */
  private static Saved withWeights(Saved open) throws AuthorProblem {
    List<Problem> problems = open.project().network().analyse().problems();
    if (!problems.isEmpty()) {
      throw AuthorProblem.of("author.not_ready_for", problems.get(0).sentence());
    } else if (open.project().network().outputs().isEmpty()) {
      throw AuthorProblem.of("author.not_ready");
    }
    return Saved.of(open.project()).from(Optional.of(open.beginning().parameters(open.project())));
  }

  private LessonFolder folder(Map<String, String> texts) throws AuthorProblem {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ProjectFile.write(bytes, start);
      files.put(START, bytes.toByteArray());
    } catch (IOException e) {
      throw new IllegalStateException("memory takes what is written to it", e);
    }
    texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return new LessonFolder(wanted.id(), files, Optional.of(Path.of(wanted.id())));
  }

  private Map<String, byte[]> make() throws AuthorProblem {
    LessonFigures figures = measure();
    List<LessonTemplate.Exercise> tasks = figures.slowDiffers()
        ? List.of(LessonTemplate.Exercise.SLOWER, LessonTemplate.Exercise.LONGER) : List.of(LessonTemplate.Exercise.LONGER);
    Optional<LessonProblem> problem = Optional.empty();
    for (LessonTemplate.Exercise task : tasks) {
      LessonTemplate template = new LessonTemplate(wanted, start.project(), figures, task);
      LessonFolder made = folder(Map.of("en.md", template.in(Texts.ENGLISH), "zh.md", template.in(Texts.CHINESE)));
      problem = problem(made);
      if (problem.isEmpty()) {
        return made.files();
      }
    }
    throw AuthorProblem.of("author.no_lesson", problem.orElseThrow().sentence());
  }

  /** First problem found when it is parsed and played. */
  private Optional<LessonProblem> problem(LessonFolder made) {
    ReadLesson read = ReadLesson.of(made, List.of());
    if (!read.errors().isEmpty()) {
      return read.errors().stream().findFirst();
    }
    double from = reached;
    List<LessonProblem> found = SelfTest.of(read.lesson("en").orElseThrow(), made, "en.md", kernels, OptionalLong.empty(), done -> {
      reached = from + done * (1 - from) / 2;
      return wanted();
    });
    cancelled();
    return found.stream().filter(LessonProblem::error).findFirst();
  }

  private boolean wanted() {
    return progression.reached(reached);
  }

  private void cancelled() {
    if (!wanted()) {
      throw new CancellationException();
    }
  }

  // --- measuring

  private LessonFigures measure() throws AuthorProblem {
    Project project = start.project();
    try (LessonPlay play = new LessonPlay(folder, kernels, OptionalLong.empty())) {
      play.whileWanted(this::wanted);
      PreparedData data = PreparedData.load(project.data(), project.table(), Progress.NONE);
      cancelled();
      LessonCommand training = longEnough(project, data);
      String part = data.rows(Part.VALIDATION) > 0 ? "valid" : "train";
      play.carryOut(new LessonCommand.Open(START));
      play.carryOut(new LessonCommand.Reset());
      double loss = value(play, part + ".loss");
      double right = value(play, part + ".accuracy");
      play.carryOut(training);
      advance(0.4);
      double lossAfter = value(play, part + ".loss");
      double rightAfter = value(play, part + ".accuracy");
      boolean classes = data.dataset().task() == Task.CLASSES
          && new LessonFigures(part + ".accuracy", training, right, rightAfter, 0, 0).changes();
      String quantity = part + (classes ? ".accuracy" : ".loss");
      double slowRate = Double.parseDouble(LessonFigures.written(project.training().rate() / SLOWER));
      play.carryOut(new Change(Optional.empty(), Owner.TRAINING, "", "rate", LessonFigures.written(slowRate)));
      play.carryOut(new LessonCommand.Reset());
      play.carryOut(training);
      advance(0.5);
      LessonFigures figures = new LessonFigures(
          quantity, training, classes ? right : loss, classes ? rightAfter : lossAfter, slowRate, value(play, quantity));
      if (!Double.isFinite(figures.before()) || !Double.isFinite(figures.measured())) {
        throw AuthorProblem.of("author.no_number");
      }
      return figures;
    } catch (DataProblem problem) {
      throw new AuthorProblem(problem.sentence());
    } catch (LineFault fault) {
      throw new AuthorProblem(fault.sentence());
    }
  }

  private void advance(double to) {
    reached = to;
    cancelled();
  }

  private static double value(LessonPlay play, String quantity) throws LineFault {
    return play.value(CheckParser.sum(quantity));
  }

  /** Number of epochs within the budget; if not even one, a round number of steps. */
  private LessonCommand longEnough(Project project, PreparedData data) throws AuthorProblem {
    Session session;
    try {
      session = new Session(project, data, kernels, start.beginning().parameters(project));
    } catch (IllegalArgumentException e) {
      throw AuthorProblem.of("author.not_ready");
    }
    session.setRate(project.training().rate());
    int most = Math.min(MOST_EPOCHS, project.training().epochs());
    take(session, most, WARM_UP, 0);
    long cold = session.epoch() < most ? session.steps() : 0; // the first steps are slow (JIT)
    take(session, most, BUDGET, cold + FEW_STEPS);
    cancelled();
    if (session.fault().isPresent()) {
      throw AuthorProblem.of("author.fault", session.fault().get().sentence());
    }
    long steps = session.steps() - cold;
    int epochs = (int) (steps / session.batchesPerEpoch());
    return epochs > 0 ? new LessonCommand.RunToEpoch(Math.min(most, epochs)) : new LessonCommand.Steps(round(steps), Grain.STEP);
  }

  /** Takes steps for so many nanoseconds, at least {@code least}, and none after the last epoch. */
  private void take(Session session, int epochs, long nanos, long least) {
    long begun = System.nanoTime();
    while (session.epoch() < epochs && wanted() && session.step()) {
      long taken = System.nanoTime() - begun;
      if (taken > nanos && session.steps() >= least || taken > PATIENCE) {
        break;
      }
      reached = Math.max(reached, 0.25 * Math.max((double) session.epoch() / epochs, Math.min(1, (double) taken / BUDGET)));
    }
  }

  /** Rounds down to 1, 2, 5, 10, 20, 50 and so on. */
  private static int round(long steps) {
    int power = (int) Math.pow(10, Math.floor(Math.log10(Math.max(1, steps))));
    return steps >= 5L * power ? 5 * power : steps >= 2L * power ? 2 * power : power;
  }
}
