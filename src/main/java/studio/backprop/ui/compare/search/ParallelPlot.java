package studio.backprop.ui.compare.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextAlignment;
import studio.backprop.search.finding.SettingEffect;
import studio.backprop.search.space.Dimension;
import studio.backprop.search.trial.SearchRecord;
import studio.backprop.search.trial.Trial;
import studio.backprop.search.trial.TrialRanking;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/**
 * Parallel-coordinates plot of all trials, an axis per hyperparameter and one for the result; a missing hyperparameter is a gap in the
 * line. Dragging along an axis filters (brushing), dragging its name moves the axis.
 */
final class ParallelPlot extends StackPane {
  private static final double TOP = 40;
  private static final double MARGIN = 56;
  /** Room for the number and result of the best trial. */
  private static final double RIGHT = 84;
  private static final Insets ROOM = new Insets(TOP, RIGHT, 16, MARGIN);
  /** Room for a placeholder under the axes before the first trial. */
  private static final Insets ROOM_EMPTY = new Insets(TOP, RIGHT, 40, MARGIN);
  private static final double PICK_DISTANCE = 9;
  private static final double BEND = 0.42;
  /** Jitter of lines through the same choice, in px. */
  private static final double SPREAD = 7;
  private static final double MIN_BRUSH = 0.02;
  private static final double BRUSH = 16;
  private static final int SPREADS = 15;

  /** Filter of an axis, from 0 to 1. */
  private record Range(double from, double to) {
    boolean holds(double share) {
      return share >= Math.min(from, to) - 1e-9 && share <= Math.max(from, to) + 1e-9;
    }
  }

  private final SearchModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final SearchTexts words;
  private final Painting painting = new Painting(this::paint);
  private final Readout readout = new Readout();
  private final Label nothing = new Label();
  /** By name of the hyperparameter; the result has the empty name. */
  private final Map<String, Range> ranges = new HashMap<>();
  private SearchRecord search;
  private List<Dimension> dimensions = List.of();
  private ScoreAxis scores;
  private int pointed;
  private int brushed = -1;
  private double pressedAt;
  /** The hyperparameter whose axis is dragged; empty for none. */
  private String moved = "";

  ParallelPlot(SearchModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    this.words = new SearchTexts(model, lang);
    getStyleClass().add("parallel");
    setMinSize(0, 0);
    setFocusTraversable(false);
    nothing.getStyleClass().addAll("mut", "nothing");
    nothing.setMouseTransparent(true);
    nothing.textProperty().bind(lang.bind("trials.empty"));
    setAlignment(nothing, Pos.BOTTOM_CENTER);
    getChildren().addAll(painting, nothing, readout);
    setOnMouseMoved(event -> {
      setCursor(isOnNames(event) && axes() > 2 ? Cursor.OPEN_HAND : Cursor.DEFAULT);
      point(event.getX(), event.getY());
    });
    setOnMouseExited(event -> leave());
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(this::release);
    model.selectedProperty().subscribe(number -> painting.repaint());
    theme.paletteProperty().subscribe(palette -> painting.repaint());
    lang.textsProperty().subscribe(texts -> redraw());
  }

  void redraw() {
    SearchRecord now = model.search();
    if (search == null || !now.settings().space().equals(search.settings().space())) {
      ranges.clear();
    }
    search = now;
    dimensions = AxisPlaces.of(now);
    scores = new ScoreAxis(search, model.examples());
    nothing.setVisible(search.trials().isEmpty() && !dimensions().isEmpty());
    painting.setAccessibleText(lang.say("trials.all.said", search.trained(), search.count(Trial.State.COMPLETE), kept().size()));
    painting.repaint();
  }

  /** In axis order. */
  private List<Dimension> dimensions() {
    return dimensions;
  }

  private String name(int axis) {
    return axis == axes() - 1 ? "" : dimensions().get(axis).name();
  }

  private int axes() {
    return dimensions().size() + 1;
  }

  // --- layout

  private double x(int axis) {
    double room = getWidth() - MARGIN - RIGHT;
    return MARGIN + (axes() == 1 ? room : axis * room / (axes() - 1.0));
  }

  private Insets room() {
    return search.trials().isEmpty() ? ROOM_EMPTY : ROOM;
  }

  private double y(double share) {
    return PlotGround.y(share, getHeight(), room());
  }

  private double share(double y) {
    return Math.max(0, Math.min(1, (y(0) - y) / (y(0) - y(1))));
  }

  /** Position of a trial on an axis; NaN where it has no such value. */
  private double share(Trial trial, int axis) {
    if (axis == axes() - 1) {
      return trial.epochs().isEmpty() ? Double.NaN
          : scores.share(SettingEffect.reached(trial.last().orElseThrow(), search.settings().goal()));
    }
    double value = trial.values().get(search.settings().space().dimensions().indexOf(dimensions().get(axis)));
    return Double.isNaN(value) ? Double.NaN : AxisMarks.place(dimensions().get(axis), value);
  }

  private double spread(Trial trial, int axis) {
    boolean apart = axis < axes() - 1 && SettingEffect.stepped(dimensions().get(axis));
    return apart ? SPREAD * ((trial.number() * 7 % SPREADS) / (SPREADS - 1.0) * 2 - 1) : 0;
  }

  private boolean isKept(Trial trial) {
    return ranges.entrySet().stream().allMatch(entry -> {
      double share = share(trial, axisOf(entry.getKey()));
      return !Double.isNaN(share) && entry.getValue().holds(share);
    });
  }

  private int axisOf(String name) {
    return IntStream.range(0, axes()).filter(axis -> name(axis).equals(name)).findFirst().orElse(axes() - 1);
  }

  /** Trials within all filters. */
  private List<Trial> kept() {
    return search.trials().stream().filter(trial -> trial.state() != Trial.State.DROPPED && isKept(trial)).toList();
  }

  // --- mouse

  private void press(MouseEvent event) {
    brushed = -1;
    moved = "";
    int near = nearest(event.getX(), axes());
    if (isOnNames(event)) {
      moved = name(near);
      setCursor(moved.isEmpty() ? Cursor.DEFAULT : Cursor.CLOSED_HAND);
    } else if (Math.abs(event.getX() - x(near)) < PICK_DISTANCE + 3) {
      brushed = near;
      pressedAt = share(event.getY());
    }
  }

  private int nearest(double place, int count) {
    return IntStream.range(0, count).boxed().min(Comparator.comparingDouble(axis -> Math.abs(place - x(axis)))).orElse(0);
  }

  private static boolean isOnNames(MouseEvent event) {
    return event.getY() <= TOP - PICK_DISTANCE;
  }

  private void drag(MouseEvent event) {
    if (brushed >= 0) {
      ranges.put(name(brushed), new Range(pressedAt, share(event.getY())));
      redraw();
    } else if (!moved.isEmpty()) {
      int from = axisOf(moved);
      int to = nearest(event.getX(), axes() - 1);
      if (to != from) {
        model.shown().moveAxis(moved, to - from);
      }
      painting.repaint();
    }
  }

  private void release(MouseEvent event) {
    boolean still = Math.abs(pressedAt - share(event.getY())) < MIN_BRUSH; // a click on an axis with a range keeps all again
    if ((brushed < 0 ? moved.isEmpty() : still && ranges.remove(name(brushed)) == null) && pointed > 0) {
      model.selectedProperty().set(pointed);
    }
    brushed = -1;
    moved = "";
    redraw();
  }

  private void leave() {
    pointed = 0;
    readout.hide();
    painting.repaint();
  }

  private void point(double x, double y) {
    int before = pointed;
    pointed = nearest(x, y).map(Trial::number).orElse(0);
    if (pointed > 0) {
      readout.showAt(x, y, getWidth(), getHeight(), words.whole(search.trial(pointed)));
    } else {
      readout.hide();
    }
    if (before != pointed) {
      painting.repaint();
    }
  }

  private Optional<Trial> nearest(double x, double y) {
    Optional<Trial> found = Optional.empty();
    double best = PICK_DISTANCE;
    for (Trial trial : kept()) {
      double distance = Math.abs(at(trial, x) - y);
      if (distance < best) {
        best = distance;
        found = Optional.of(trial);
      }
    }
    return found;
  }

  private double at(Trial trial, double x) {
    for (int axis = 0; axis < axes() - 1; axis++) {
      if (x >= x(axis) && x <= x(axis + 1)) {
        double t = (x - x(axis)) / (x(axis + 1) - x(axis));
        double smooth = t * t * (3 - 2 * t);
        double from = y(share(trial, axis)) + spread(trial, axis);
        return from + smooth * (y(share(trial, axis + 1)) + spread(trial, axis + 1) - from);
      }
    }
    return Double.NaN;
  }

  // --- painting

  private void paint(GraphicsContext g, double width, double height) {
    if (search == null || width < 3 * MARGIN || height < 2 * TOP) {
      return;
    }
    Palette palette = theme.palette();
    PlotGround ground = new PlotGround(g, palette, width, height, room());
    int chosen = model.selectedProperty().get();
    int best = TrialRanking.best(search).map(Trial::number).orElse(0);
    List<Trial> order = new ArrayList<>(search.trials());
    order.removeIf(trial -> trial.state() == Trial.State.DROPPED);
    order.sort(Comparator.comparing((Trial trial) -> trial.number() == chosen).thenComparing(this::isKept)
        .thenComparingInt(trial -> TrialColours.layer(trial, trial.number() == best)));
    for (Trial trial : order) {
      boolean strong = trial.number() == pointed || trial.number() == chosen;
      if (trial.number() == chosen) {
        ground.highlight();
        line(g, trial);
      }
      g.setStroke(TrialColours.of(palette, trial, trial.number() == best, strong, isKept(trial)));
      g.setLineWidth(TrialColours.width(trial, trial.number() == best, strong));
      line(g, trial);
    }
    for (int axis = 0; axis < axes(); axis++) {
      axis(ground, axis);
    }
    AxisNames.paint(g, IntStream.range(0, axes()).mapToObj(this::title).toList(),
        IntStream.range(0, axes()).mapToDouble(this::x).toArray(), width, moved.isEmpty() ? -1 : axisOf(moved), palette);
    if (best > 0 && !search.trial(best).epochs().isEmpty()) {
      g.setFill(palette.color(Token.TIME));
      g.setTextAlign(TextAlignment.LEFT);
      g.setTextBaseline(VPos.CENTER);
      Painting.write(g, words.winner(search.trial(best)), x(axes() - 1) + 32, y(share(search.trial(best), axes() - 1)), RIGHT - 32);
    }
  }

  private void line(GraphicsContext g, Trial trial) {
    for (int axis = 0; axis < axes() - 1; axis++) {
      double from = y(share(trial, axis)) + spread(trial, axis);
      double to = y(share(trial, axis + 1)) + spread(trial, axis + 1);
      if (!Double.isNaN(from) && !Double.isNaN(to)) {
        double bend = BEND * (x(axis + 1) - x(axis));
        g.beginPath();
        g.moveTo(x(axis), from);
        g.bezierCurveTo(x(axis) + bend, from, x(axis + 1) - bend, to, x(axis + 1), to);
        g.stroke();
      } else if (axis == axes() - 2 && trial.state() == Trial.State.BROKEN && !Double.isNaN(from)) {
        g.strokeLine(x(axis), from, x(axis) + SPREAD, from - SPREAD / 2);
      }
    }
  }

  private void axis(PlotGround ground, int axis) {
    GraphicsContext g = ground.g();
    Palette palette = ground.palette();
    double x = Math.floor(x(axis)) + 0.5;
    Range range = ranges.get(name(axis));
    if (range != null) {
      g.setFill(palette.color(Token.ACCENT).deriveColor(0, 1, 1, 0.25));
      double top = y(Math.max(range.from(), range.to()));
      g.fillRect(x - BRUSH / 2, top, BRUSH, y(Math.min(range.from(), range.to())) - top);
    }
    ground.upright(x);
    boolean result = axis == axes() - 1;
    g.setTextBaseline(VPos.CENTER);
    if (result) {
      g.setTextAlign(TextAlignment.LEFT);
      scores.marks().forEach(mark -> AxisMarks.paint(g, scores.mark(mark, lang.numbers()), x + 10, y(scores.share(mark)), palette));
    } else {
      AxisMarks.paint(g, dimensions().get(axis), words, x - 6, this::y, palette);
    }
  }

  private String title(int axis) {
    return axis == axes() - 1 ? lang.say("trials.axis." + search.settings().goal().id()) : words.shortTitle(dimensions().get(axis));
  }
}
