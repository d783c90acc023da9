package studio.backprop.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backprop.landscape.SurfaceStart;
import studio.backprop.landscape.surface.Racer;
import studio.backprop.landscape.surface.SurfacePoint;
import studio.backprop.landscape.surface.SurfaceRace;
import studio.backprop.landscape.surface.TestSurface;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.store.AtomicFile;
import studio.backprop.ui.compare.landscape.RacerTexts;
import studio.backprop.ui.kit.Lang;
import tools.jackson.databind.json.JsonMapper;

/** Command {@code race}: runs the optimizers of a project's variants on a test function, as the page Landscape does. */
@Command(name = "race", sortOptions = false)
final class Race implements Callable<Integer> {
  private static final int DIGITS = 4;
  private static final double BELOW = 0.1;

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "PROJECT", descriptionKey = "cli.option.project")
  private String file;

  @Option(names = "--surface", paramLabel = "NAME", descriptionKey = "backprop.race.surface")
  private String surface;

  @Option(names = "--start", paramLabel = "X,Y", descriptionKey = "backprop.race.start")
  private String start;

  @Option(names = "--steps", paramLabel = "N", descriptionKey = "backprop.race.steps")
  private Integer steps;

  @Option(names = "--seed", paramLabel = "S", descriptionKey = "backprop.race.seed")
  private Long seed;

  @Option(names = "--under", paramLabel = "LOSS", descriptionKey = "backprop.race.under")
  private double below = BELOW;

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "backprop.race.out")
  private Path out;

  @Option(names = "--json", descriptionKey = "backprop.race.json")
  private boolean json;

  Race(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (steps != null && (steps < 1 || steps > SurfaceRace.MOST_STEPS)) {
      throw Failure.option("cli.problem.race_steps", steps, SurfaceRace.MOST_STEPS);
    }
    if (!(below > 0 && Double.isFinite(below))) {
      throw Failure.option("cli.problem.race_under", terminal.numbers().entry(below));
    }
    if (start != null && seed != null) {
      throw Failure.option("cli.problem.race_seed");
    }
    Loaded loaded = Loaded.of(file, terminal);
    Optional<SurfaceStart> kept = loaded.saved().twins().surface();
    TestSurface chosen = surface(kept);
    List<TrainingSettings> entries = Optional.ofNullable(loaded.saved().twins().races().get(chosen.id()))
        .orElseGet(() -> SurfaceRace.suited(chosen, loaded.saved().twins().variants().stream().map(Project::training).toList()));
    if (entries.isEmpty()) {
      entries = SurfaceRace.usual(chosen, loaded.project().training());
      terminal.note("cli.race.usual");
    }
    SurfacePoint from = place(chosen, kept);
    OutFile.ready(out);
    SurfaceRace race = SurfaceRace.run(chosen, from, entries, steps == null ? steps(chosen, kept) : steps);
    if (out != null) {
      AtomicFile.write(out, to -> to.write(csv(race).getBytes(StandardCharsets.UTF_8)));
      terminal.note("cli.landscape.written", out);
    }
    if (json) {
      terminal.print(new JsonMapper().writeValueAsString(values(race)));
    } else {
      print(race);
    }
    return 0;
  }

  private TestSurface surface(Optional<SurfaceStart> kept) throws Failure {
    if (surface == null) {
      return kept.flatMap(one -> TestSurface.find(one.surface())).orElse(TestSurface.RAVINE);
    }
    return TestSurface.find(surface).orElseThrow(() -> Failure.option("cli.problem.race_surface", surface,
        Arrays.stream(TestSurface.values()).map(TestSurface::id).collect(Collectors.joining(", "))));
  }

  private SurfacePoint place(TestSurface chosen, Optional<SurfaceStart> kept) throws Failure {
    if (start != null) {
      return typed();
    }
    if (seed != null) {
      return chosen.anywhere(new SplittableRandom(seed));
    }
    return kept.filter(one -> one.surface().equals(chosen.id())).map(one -> new SurfacePoint(one.x(), one.y())).orElse(chosen.start());
  }

  private static int steps(TestSurface chosen, Optional<SurfaceStart> kept) {
    return kept.filter(one -> one.surface().equals(chosen.id())).map(SurfaceStart::steps).orElse(SurfaceRace.USUAL_STEPS);
  }

  private SurfacePoint typed() throws Failure {
    try {
      String[] both = start.split(",");
      SurfacePoint point = new SurfacePoint(Double.parseDouble(both[0].strip()), Double.parseDouble(both[1].strip()));
      if (both.length == 2 && !Double.isNaN(point.x() + point.y())) {
        if (Math.max(Math.abs(point.x()), Math.abs(point.y())) > SurfaceRace.FAR) {
          throw Failure.option("cli.problem.race_far", start, SurfaceRace.FAR);
        }
        return point;
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      // reported below
    }
    throw Failure.option("cli.problem.race_start", start);
  }

  private static String letter(int racer) {
    return String.valueOf((char) ('A' + racer));
  }

  private static String optimizer(Racer racer) {
    return OptimizerCatalog.typeOf(racer.settings().optimizer()).id();
  }

  private Map<String, Object> values(SurfaceRace race) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("surface", race.surface().id());
    values.put("start", List.of(race.start().x(), race.start().y()));
    values.put("startLoss", Report.finite(race.racers().get(0).loss(0)));
    values.put("steps", race.steps());
    values.put("under", below);
    List<Map<String, Object>> lanes = new ArrayList<>();
    for (int i = 0; i < race.racers().size(); i++) {
      Racer racer = race.racers().get(i);
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("lane", letter(i));
      one.put("optimizer", optimizer(racer));
      one.put("rate", racer.settings().rate());
      one.put("steps", racer.steps());
      one.put("diverged", boxed(racer.diverged()));
      one.put("loss", Report.finite(racer.loss(racer.steps())));
      one.put("x", Report.finite(racer.at(racer.steps()).x()));
      one.put("y", Report.finite(racer.at(racer.steps()).y()));
      one.put("firstStepUnder", boxed(racer.firstBelow(below)));
      one.put("way", Report.finite(racer.way(racer.steps())));
      one.put("detour", Report.finite(racer.detour(racer.steps())));
      lanes.add(one);
    }
    values.put("lanes", lanes);
    return values;
  }

  private static Integer boxed(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }

  private static String csv(SurfaceRace race) {
    StringBuilder text = new StringBuilder("lane,optimizer,step,rate,x,y,loss,step_length\n");
    for (int i = 0; i < race.racers().size(); i++) {
      Racer racer = race.racers().get(i);
      for (int step = 0; step <= racer.steps(); step++) {
        text.append(letter(i)).append(',').append(optimizer(racer)).append(',').append(step).append(',')
            .append(step == 0 ? "" : racer.rate(step)).append(',').append(racer.at(step).x()).append(',').append(racer.at(step).y())
            .append(',').append(racer.loss(step)).append(',').append(racer.length(step)).append('\n');
      }
    }
    return text.toString();
  }

  private void print(SurfaceRace race) {
    terminal.note("cli.race.of", terminal.say(race.surface().title()), said(race.start().x()), said(race.start().y()),
        said(race.racers().get(0).loss(0)), race.steps());
    Lang lang = new Lang(terminal.texts());
    Table table = new Table("", terminal.say("training.optimizer"), terminal.say("training.rate"), terminal.say("cli.race.loss"), "x", "y",
        terminal.say("cli.race.under", said(below)), terminal.say("landscape.table.detour"));
    for (int i = 0; i < race.racers().size(); i++) {
      Racer racer = race.racers().get(i);
      boolean lost = racer.diverged().isPresent();
      SurfacePoint end = racer.at(racer.steps());
      table.row(letter(i), RacerTexts.name(lang, racer.settings().optimizer()),
          terminal.numbers().entry(racer.settings().rate()),
          lost ? terminal.say("landscape.table.diverged", racer.diverged().getAsInt()) : said(racer.loss(racer.steps())),
          lost ? "–" : said(end.x()), lost ? "–" : said(end.y()),
          racer.firstBelow(below).isPresent() ? String.valueOf(racer.firstBelow(below).getAsInt()) : terminal.say("landscape.table.never"),
          lost || Double.isNaN(racer.detour(racer.steps())) ? "–"
              : terminal.say("landscape.table.times", terminal.numbers().fixed(racer.detour(racer.steps()), 2)));
    }
    table.lines().forEach(terminal::print);
  }

  private String said(double value) {
    return terminal.numbers().significant(value, DIGITS);
  }
}
