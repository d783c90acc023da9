package studio.backprop.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import studio.backprop.landscape.LandscapeReading;
import studio.backprop.landscape.LossMap;
import studio.backprop.landscape.LossSurface;
import studio.backprop.landscape.Sharpness;
import studio.backprop.landscape.WeightTrail;
import studio.backprop.project.Project;
import studio.backprop.tensor.Seeds;
import studio.backprop.ui.compare.landscape.RacerTexts;
import studio.backprop.ui.kit.Lang;
import tools.jackson.databind.json.JsonMapper;

/** Output of a loss landscape: figures of each run as a table or JSON, and the map as CSV. */
final class LandscapeFigures {
  private final Terminal terminal;
  private final List<String> names;
  private final List<WeightTrail> trails;
  private final List<LossSurface> surfaces;
  private final int middle;
  private final LossMap map;
  private final double seconds;
  private final List<Line> lines = new ArrayList<>();

  /** One run. @param reading at its end; null where its weights do not fit the plane */
  private record Line(String letter, String name, WeightTrail trail, LandscapeReading reading, double loss, Sharpness sharpness,
      Long under) {}

  /** @param middle run at whose end the plane is centred @param seconds of training */
  LandscapeFigures(Terminal terminal, List<String> names, List<WeightTrail> trails, List<LossSurface> surfaces, int middle, LossMap map,
      double seconds) {
    this.terminal = terminal;
    this.names = names;
    this.trails = trails;
    this.surfaces = surfaces;
    this.middle = middle;
    this.map = map;
    this.seconds = seconds;
  }

  /** Letter of a variant, as in the window. */
  static String letter(int lane) {
    return String.valueOf((char) ('A' + lane));
  }

  /** Names of the variants, as in the window. */
  static List<String> names(Terminal terminal, Project base, List<Project> lanes) {
    Lang lang = new Lang(terminal.texts());
    return IntStream.range(0, lanes.size()).mapToObj(lane -> RacerTexts.name(lang, base, lanes, lane)).toList();
  }

  /**
   * Evaluates the ends of all runs.
   *
   * @param under loss whose first step is searched for, or null
   * @param rest called often, for cancellation
   */
  void read(Double under, Runnable rest) {
    WeightTrail centre = trails.get(middle);
    for (int lane = 0; lane < trails.size(); lane++) {
      WeightTrail trail = trails.get(lane);
      LossSurface own = surfaces.get(lane);
      LandscapeReading reading = trail.fits(centre)
          ? LandscapeReading.of(trail, trail.end(), own, surfaces.get(middle), centre.end().states(), map.plane()) : null;
      double loss = reading == null ? own.at(trail.end()) : reading.trueLoss();
      Sharpness sharpness = Sharpness.of(own, trail.layout(), trail.end(), new Seeds(trail.project().training().seed()), rest);
      lines.add(new Line(letter(lane), names.get(lane), trail, reading, loss, sharpness, under == null ? null : first(own, trail, under,
          rest)));
    }
  }

  /** First recorded step with a loss below a value; null if none. */
  private static Long first(LossSurface surface, WeightTrail trail, double under, Runnable rest) {
    double[] losses = surface.along(trail.positions(), rest);
    for (int i = 0; i < losses.length; i++) {
      if (losses[i] < under) {
        return trail.positions().get(i).step();
      }
    }
    return null;
  }

  /** The step, if the one before was recorded too; else an upper bound. */
  private static String first(Line line) {
    int place = line.trail().placeAt(line.under());
    boolean exact = place == 0 || line.trail().positions().get(place - 1).step() == line.under() - 1;
    return (exact ? "" : "≤ ") + line.under();
  }

  List<String> lines() {
    List<String> all = new ArrayList<>();
    boolean first = lines.stream().anyMatch(line -> line.under() != null);
    List<String> heads = new ArrayList<>(List.of("", terminal.say("cli.landscape.run"), terminal.say("cli.landscape.step"),
        terminal.say("cli.landscape.true"), terminal.say("cli.landscape.drawn"), terminal.say("cli.landscape.off"),
        terminal.say("cli.landscape.way"), terminal.say("cli.landscape.crow"), terminal.say("cli.landscape.rise")));
    if (first) {
      heads.add(terminal.say("cli.landscape.under"));
    }
    Table table = new Table(heads.toArray(String[]::new));
    for (Line line : lines) {
      boolean on = line.reading() != null;
      List<String> cells = new ArrayList<>(List.of(line.letter(), line.name(), String.valueOf(line.trail().end().step()),
          said(line.loss()), on ? said(line.reading().drawnLoss()) + (line.reading().differs() ? " !" : "") : "–",
          on ? off(line.reading()) : "–", said(line.trail().end().way()), said(line.trail().fromStart(line.trail().end())),
          said(line.sharpness().rise())));
      if (first) {
        cells.add(line.under() == null ? "–" : first(line));
      }
      table.row(cells.toArray(String[]::new));
    }
    all.addAll(table.lines());
    all.add("");
    all.add(plane());
    long stride = trails.stream().mapToLong(WeightTrail::stride).max().orElse(1);
    if (stride > 1) {
      all.add(terminal.say("cli.landscape.stride", stride));
    }
    all.add(terminal.say(surfaces.get(middle).complete() ? "cli.landscape.over_all" : "cli.landscape.over_some", map.rows(),
        trails.get(middle).data().trainRows()));
    all.add(terminal.say("cli.landscape.map", map.side(), said(map.least()), said(map.most()), said(map.seconds())));
    all.add(terminal.say("cli.landscape.bent", terminal.numbers().percent(map.bentDown(), 1)));
    if (lines.stream().anyMatch(line -> line.reading() != null && line.reading().differs())) {
      all.add(terminal.say("cli.landscape.differs"));
    }
    List<String> others = lines.stream().filter(line -> line.reading() != null && !line.trail().sharesLoss(trails.get(middle)))
        .map(Line::letter).toList();
    if (!others.isEmpty()) {
      all.add(terminal.say("cli.landscape.function", String.join(terminal.say("cli.list"), others), letter(middle)));
    }
    if (lines.stream().anyMatch(line -> line.reading() == null)) {
      all.add(terminal.say("cli.landscape.other"));
    }
    return all;
  }

  private String plane() {
    return switch (map.plane().kind()) {
      case STEPS -> terminal.say("cli.landscape.plane.steps", letter(middle), terminal.numbers().percent(map.plane().firstShare(), 1),
          terminal.numbers().percent(map.plane().secondShare(), 1), map.plane().weights());
      case RANDOM -> terminal.say("cli.landscape.plane.random", letter(middle));
      case ENDS -> terminal.say("cli.landscape.plane.ends", letter(middle));
      case WEIGHTS -> terminal.say("cli.landscape.plane.weights");
    };
  }

  /** Distance from the plane; 0 where it is within rounding error of the plane's size. */
  private String off(LandscapeReading reading) {
    return said(reading.offPlane() < 1e-6 * Math.max(1, reading.way()) ? 0 : reading.offPlane());
  }

  private String said(double value) {
    return Double.isNaN(value) ? "–" : terminal.numbers().significant(value, 3);
  }

  String json() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("plane", map.plane().kind().name().toLowerCase(Locale.ROOT));
    values.put("centre", letter(middle));
    values.put("weights", map.plane().weights());
    values.put("shares", Arrays.asList(Report.finite(map.plane().firstShare()), Report.finite(map.plane().secondShare())));
    values.put("positions", trails.stream().mapToInt(trail -> trail.positions().size()).sum());
    values.put("recordedEvery", trails.stream().mapToLong(WeightTrail::stride).max().orElse(1));
    values.put("rows", map.rows());
    values.put("allRows", surfaces.get(middle).complete());
    values.put("grid", map.side());
    values.put("frame", List.of(map.frame().left(), map.frame().right(), map.frame().bottom(), map.frame().top()));
    values.put("least", Report.finite(map.least()));
    values.put("most", Report.finite(map.most()));
    values.put("bentDown", Report.finite(map.bentDown()));
    values.put("processorSeconds", map.seconds());
    values.put("trainingSeconds", seconds);
    values.put("runs", lines.stream().map(LandscapeFigures::json).toList());
    return new JsonMapper().writeValueAsString(values);
  }

  private static Map<String, Object> json(Line line) {
    Map<String, Object> one = new LinkedHashMap<>();
    LandscapeReading reading = line.reading();
    one.put("run", line.letter());
    one.put("name", line.name());
    one.put("step", line.trail().end().step());
    one.put("broke", line.trail().broke());
    one.put("trueLoss", Report.finite(line.loss()));
    one.put("drawnLoss", reading == null ? null : Report.finite(reading.drawnLoss()));
    one.put("offPlane", reading == null ? null : Report.finite(reading.offPlane()));
    one.put("a", reading == null ? null : Report.finite(reading.a()));
    one.put("b", reading == null ? null : Report.finite(reading.b()));
    one.put("way", Report.finite(line.trail().end().way()));
    one.put("fromStart", Report.finite(line.trail().fromStart(line.trail().end())));
    one.put("sharpness", Report.finite(line.sharpness().rise()));
    one.put("firstUnder", line.under());
    one.put("weightsSha256", line.trail().sha256());
    return one;
  }

  /** Map as CSV: a, b and loss of each grid point, and the paths of the runs. */
  String csv() {
    StringBuilder csv = new StringBuilder("kind,step,a,b,loss\n");
    for (int row = 0; row < map.side(); row++) {
      for (int column = 0; column < map.side(); column++) {
        csv.append("map,,").append((float) map.a(column)).append(',').append((float) map.b(row)).append(',')
            .append((float) map.loss(column, row)).append('\n');
      }
    }
    for (Line line : lines) {
      if (line.reading() != null) {
        line.trail().positions().forEach(position -> {
          double[] at = map.plane().project(position.weights());
          csv.append(line.letter()).append(',').append(position.step()).append(',').append((float) at[0]).append(',').append((float) at[1])
              .append(",\n");
        });
      }
    }
    return csv.toString();
  }
}
