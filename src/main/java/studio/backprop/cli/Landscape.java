package studio.backprop.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.landscape.LossMap;
import studio.backprop.landscape.LossMapper;
import studio.backprop.landscape.LossSurface;
import studio.backprop.landscape.MapFrame;
import studio.backprop.landscape.WeightPlane;
import studio.backprop.landscape.WeightPlanes;
import studio.backprop.landscape.WeightTrail;
import studio.backprop.project.Project;
import studio.backprop.store.AtomicFile;
import studio.backprop.tensor.Seeds;

/** Command {@code landscape}: trains a project and its variants, and computes the loss over a plane through weight space. */
@Command(name = "landscape", sortOptions = false)
final class Landscape implements Callable<Integer> {
  /** Choice of the plane's directions. */
  enum Laid {
    PCA,
    RANDOM,
    ENDS
  }

  private static final int ENDS_NEEDED = 3;
  /** Farther weights leave no digits for the differences in single precision. */
  private static final int MOST_REACH = 1_000_000;

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "cli.option.project")
  private String file;

  @Option(names = "--plane", paramLabel = "NAME", descriptionKey = "backprop.landscape.plane")
  private Laid laid = Laid.PCA;

  @Option(names = "--centre", paramLabel = "RUN", descriptionKey = "backprop.landscape.centre")
  private String centre;

  @Option(names = "--grid", paramLabel = "N", descriptionKey = "backprop.landscape.grid")
  private int grid = LossMapper.SIDE;

  @Option(names = "--reach", paramLabel = "R", descriptionKey = "backprop.landscape.reach")
  private Double reach;

  @Option(names = "--rows", paramLabel = "N", descriptionKey = "backprop.landscape.rows")
  private int rows = LossSurface.USUAL_ROWS;

  @Option(names = "--under", paramLabel = "LOSS", descriptionKey = "backprop.landscape.under")
  private Double under;

  @Option(names = "--epochs", paramLabel = "N", descriptionKey = "backprop.train.epochs")
  private Integer epochs;

  @Option(names = "--seed", paramLabel = "S", descriptionKey = "backprop.train.seed")
  private Long seed;

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "backprop.landscape.out")
  private Path out;

  @Option(names = "--png", paramLabel = "FILE", descriptionKey = "backprop.landscape.png")
  private Path png;

  @Option(names = "--json", descriptionKey = "backprop.landscape.json")
  private boolean json;

  Landscape(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    check();
    Loaded loaded = Loaded.of(file, terminal);
    loaded.checkPredicts();
    List<Project> lanes = lanes(loaded);
    OptionalInt asked = asked(lanes.size());
    OutFile.ready(out);
    OutFile.ready(png);
    try (Interrupt interrupt = Interrupt.watched(); Kernels kernels = KernelChoice.create(1)) {
      LandscapeRun run = new LandscapeRun(terminal, interrupt, json);
      boolean asTrained = laid == Laid.RANDOM && loaded.saved().twins().variants().isEmpty() && epochs == null && seed == null
          && loaded.trained().isPresent();
      List<WeightTrail> trails = asTrained ? List.of(run.standing(loaded.project(), loaded.trained().get()))
          : run.train(lanes, loaded.beginning());
      if (interrupt.requested()) {
        return interrupt.exitCode();
      }
      List<String> names = LandscapeFigures.names(terminal, asked(loaded.project()), lanes);
      List<LossSurface> surfaces = new ArrayList<>();
      trails.forEach(trail -> surfaces.add(new LossSurface(trail, kernels, rows)));
      int middle = asked.orElse(0);
      List<WeightTrail> fitting = trails.stream().filter(trail -> trail.fits(trails.get(middle))).toList();
      WeightPlane plane = plane(trails.get(middle), fitting);
      MapFrame frame = frame(plane, fitting);
      LossMap map = new LossMapper(surfaces.get(middle), trails.get(middle).end().states(), plane, frame, grid)
          .compute(pass -> {}, run::rest);
      LandscapeFigures figures = new LandscapeFigures(terminal, names, trails, surfaces, middle, map, run.seconds());
      figures.read(under, run::rest);
      write(figures, map, names, trails, middle);
      terminal.print(json ? figures.json() : String.join(System.lineSeparator(), figures.lines()));
      return interrupt.exitCode();
    } catch (LandscapeRun.Stopped stopped) {
      return stopped.code();
    }
  }

  private void check() throws Failure {
    if (grid < LossMapper.FEWEST_SIDE || grid > LossMapper.MOST_SIDE) {
      throw Failure.option("cli.problem.grid", LossMapper.FEWEST_SIDE, LossMapper.MOST_SIDE, grid);
    }
    if (rows < 1) {
      throw Failure.option("cli.problem.landscape_rows", terminal.numbers().whole(rows));
    }
    if (reach != null && !(reach > 0 && reach <= MOST_REACH)) {
      throw Failure.option("cli.problem.reach", terminal.numbers().entry(reach), MOST_REACH);
    }
    if (under != null && !(under > 0 && Double.isFinite(under))) {
      throw Failure.option("cli.problem.race_under", terminal.numbers().entry(under));
    }
    if (epochs != null && epochs < 1) {
      throw Failure.option("cli.problem.epochs", epochs);
    }
  }

  /** Projects of the variants, or the project alone, with the requested options. */
  private List<Project> lanes(Loaded loaded) {
    List<Project> twins = loaded.saved().twins().variants();
    return (twins.isEmpty() ? List.of(loaded.project()) : twins).stream().map(this::asked).toList();
  }

  private Project asked(Project project) {
    return project.withTraining(training -> training.withEpochs(epochs == null ? training.epochs() : epochs)
        .withSeed(seed == null ? training.seed() : seed));
  }

  /** Index of the requested run. */
  private OptionalInt asked(int lanes) throws Failure {
    if (laid == Laid.ENDS && lanes < ENDS_NEEDED) {
      throw Failure.option("cli.problem.plane_ends", lanes);
    }
    if (centre == null) {
      return OptionalInt.empty();
    }
    int lane = centre.length() == 1 ? Character.toUpperCase(centre.charAt(0)) - 'A' : -1;
    if (lane < 0 || lane >= lanes) {
      throw lanes == 1 ? Failure.option("cli.problem.centre_only", centre)
          : Failure.option("cli.problem.centre", centre, LandscapeFigures.letter(lanes - 1));
    }
    return OptionalInt.of(lane);
  }

  private WeightPlane plane(WeightTrail middle, List<WeightTrail> fitting) throws Failure {
    float[] end = middle.end().weights();
    return switch (laid) {
      case PCA -> WeightPlanes.steps(fitting, end, () -> {});
      case RANDOM -> WeightPlanes.random(middle.layout(), end, new Seeds(middle.project().training().seed()))
          .orElseThrow(() -> Failure.option("cli.problem.plane_random"));
      case ENDS -> ends(middle, fitting).orElseThrow(() -> Failure.option("cli.problem.plane_ends", fitting.size()));
    };
  }

  private static Optional<WeightPlane> ends(WeightTrail middle, List<WeightTrail> fitting) {
    if (fitting.size() < ENDS_NEEDED) {
      return Optional.empty();
    }
    List<WeightTrail> others = fitting.stream().filter(trail -> trail != middle).toList();
    return WeightPlanes.ends(middle.end().weights(), others.get(0).end().weights(), others.get(1).end().weights());
  }

  private MapFrame frame(WeightPlane plane, List<WeightTrail> fitting) {
    if (reach != null) {
      return MapFrame.around(reach);
    }
    return plane.kind() == WeightPlane.Kind.RANDOM ? MapFrame.around(1) : MapFrame.around(plane, fitting);
  }

  private void write(LandscapeFigures figures, LossMap map, List<String> names, List<WeightTrail> trails, int middle) throws Exception {
    if (out != null) {
      AtomicFile.write(out, to -> to.write(figures.csv().getBytes(StandardCharsets.UTF_8)));
      terminal.note("cli.landscape.written", out);
    }
    if (png != null) {
      new LandscapePicture(terminal, map, names, trails, middle).write(png);
      terminal.note("cli.landscape.written", png);
    }
  }
}
