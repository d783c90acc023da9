package studio.backprop.ui.design.designer.node;

import java.util.List;
import java.util.Optional;
import javafx.scene.text.Text;
import studio.backprop.data.PreparedData;
import studio.backprop.network.Node;
import studio.backprop.observe.Activations;
import studio.backprop.observe.Example;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.design.designer.edit.NormRow;
import studio.backprop.ui.kit.Extent;
import studio.backprop.ui.kit.HeatMap;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Scale;
import studio.backprop.ui.workspace.attribution.SeenAttribution;
import studio.backprop.ui.workspace.run.DataTexts;
import studio.backprop.ui.workspace.run.TokenTexts;

/** Pane of an input: picture or values of the chosen example, its target, and buttons that choose another. */
public final class ExamplePane extends NodePane {
  public static final String PREVIOUS_KEY = "Comma";
  public static final String NEXT_KEY = "Period";
  /** Length of a target from which the font is smaller, as of “target 310,073”. */
  private static final int MAX_LARGE = 13;
  private static final int IMAGE = 3;
  private static final int DIGITS = 3;
  private static final double PLACE_Y = 90;
  private static final double ANSWER_Y = 106;
  private static final double STEPS_Y = 124;
  private static final double BUTTON = 22;
  /** Opacity of the attributions over the pixels. */
  private static final double TINT = 0.8;

  private final CanvasDesk desk;
  private final Node node;
  private final PreparedData data;
  private final Shape shape;
  private final HeatMap picture;
  private final ValueList values;
  private final TokenList tokens;
  private final Text place = new Text();
  private final Text answer = new Text();
  private final ExampleSteps steps;
  private final boolean chooses;
  /** Attributions over the pixels. */
  private HeatMap tinted;
  private SeenAttribution tintedBy;
  private Optional<String> caption = Optional.empty();
  private Example shown;

  ExamplePane(CanvasDesk desk, Node node, Shape shape, PreparedData data, int width) {
    this.desk = desk;
    this.node = node;
    this.data = data;
    this.shape = shape;
    this.chooses = desk.model().lens() != Lens.STRUCTURE;
    setPickOnBounds(false);
    picture = shape.rank() == IMAGE ? picture(width) : null;
    boolean named = shape.equals(data.dataset().inputShape());
    values = shape.rank() == IMAGE ? null : new ValueList(named ? data.dataset().featureNames() : List.of(), width, PICTURE);
    boolean text = values != null && data.dataset().text().isPresent() && shape.equals(data.dataset().inputShape());
    tokens = text ? new TokenList(width, PICTURE) : null;
    getChildren().add(picture != null ? picture : text ? tokens : values);
    place.getStyleClass().add("pane-caption");
    answer.getStyleClass().add("pane-caption");
    steps = new ExampleSteps(desk, data, false);
    if (chooses) {
      getChildren().addAll(place, answer, steps);
    }
    if (tokens != null) {
      pointAt(desk, node.id(), tokens, tokens);
    } else if (values != null) {
      pointAt(desk, node.id(), values, values);
    } else if (picture != null) {
      pointAt(desk, node.id(), picture, new Pixels());
    }
    if (picture != null && chooses) {
      tinted = picture(width);
      tinted.scaleProperty().unbind();
      tinted.setOpacity(TINT);
      tinted.setVisible(false);
      getChildren().add(getChildren().indexOf(picture) + 1, tinted);
    }
    getChildren().forEach(child -> child.setManaged(false));
  }

  private HeatMap picture(int width) {
    int side = (int) Math.min(width, PICTURE - 4);
    int longest = Math.max(shape.size(1), shape.size(2));
    int cell = Math.max(1, side / longest);
    HeatMap map = new HeatMap(new HeatMap.Tiles(1, 1, Math.min(side, shape.size(2) * cell), Math.min(side, shape.size(1) * cell), 1));
    map.scaleProperty().bind(desk.theme().paletteProperty().map(Palette::pixels));
    map.getStyleClass().add("example");
    map.setMouseTransparent(true);
    return map;
  }

  /** Pixels of the first channel, which is the visible one. */
  private final class Pixels implements UnitPlaces {
    @Override
    public int unitAt(double x, double y) {
      return picture.indexAt(x, y);
    }

    @Override
    public Optional<Box> placeOf(int unit) {
      double width = picture.prefWidth(-1) / shape.size(2);
      double height = picture.prefHeight(-1) / shape.size(1);
      return unit < shape.size(1) * shape.size(2)
          ? Optional.of(new Box(unit % shape.size(2) * width, unit / shape.size(2) * height, width, height)) : Optional.empty();
    }
  }

  @Override
  void redraw() {
    shown = null;
    tintedBy = null;
    caption = Optional.empty();
    refresh();
  }

  @Override
  Optional<String> pictureName() {
    return caption;
  }

  @Override
  double needed() {
    return chooses ? STEPS_Y + BUTTON + 2 : PICTURE;
  }

  @Override
  void simplify(boolean simple) {
    for (javafx.scene.Node part : List.of(place, answer, steps)) {
      part.setVisible(!simple);
    }
    if (tokens != null) {
      tokens.setOpacity(simple ? 0 : 1);
    } else if (values != null) {
      values.simplify(simple);
    }
  }

  /** Updated only with the example: training does not change it. */
  @Override
  void refresh() {
    Activations seen = desk.run().snapshot().map(s -> s.activations()).filter(a -> a.has(node.id())).orElse(null);
    if (seen == null) {
      return;
    }
    if (!seen.example().equals(shown)) {
      show(seen);
    }
    tint(seen);
  }

  private void show(Activations seen) {
    tintedBy = null; // tokens and numbers have other places
    shown = seen.example();
    float[] numbers = seen.output(node.id());
    if (picture != null) {
      picture.show(numbers.clone(), shape.size(1), shape.size(2), new Extent().largest(numbers));
    } else if (tokens != null) {
      tokens.show(TokenTexts.of(data.dataset().text().orElseThrow().vocabulary(), numbers));
    } else {
      values.show(measured(numbers), this::written, desk.theme().palette());
    }
    steps.show(shown);
    place.setText(shown.drawn().isPresent() ? desk.lang().say("example.drawn")
        : desk.lang().texts().say("example.place", shown.row() + 1, data.rows(shown.part())));
    answer.setText(data.dataset().answers() > 1 ? "" : answer());
    answer.setStyle(answer.getText().length() > MAX_LARGE ? "-fx-font-size: 11px;" : "");
  }

  /** Attributions follow the training; empty while off or of another example. */
  private void tint(Activations seen) {
    SeenAttribution now = desk.tint().seenProperty().get()
        .filter(found -> chooses && desk.model().lens() == Lens.ACTIVATIONS && found.example().equals(seen.example())).orElse(null);
    if (now == tintedBy) {
      return;
    }
    tintedBy = now;
    caption = now == null ? Optional.empty() : Optional.of(desk.lang().say("tint.node"));
    int start = desk.run().runProperty().get().project().network().inputStart(node.id());
    float[] units = now == null ? new float[0] : now.units(start, Math.toIntExact(shape.count()));
    float largest = now == null ? 0 : now.largest();
    Scale scale = now != null && now.unsigned() ? desk.theme().palette().gates() : desk.theme().palette().signed();
    if (picture != null) {
      tinted.setVisible(now != null);
      tinted.scaleProperty().set(scale);
      if (now != null) {
        tinted.show(units, shape.size(1), shape.size(2), largest);
      }
    } else if (tokens != null) {
      tokens.tint(units, largest, scale);
    } else {
      values.tint(units, largest, scale);
    }
  }

  /** Whether values are shown unscaled: those of a small table; many values of different units are shown scaled. */
  public static boolean measures(PreparedData data, Shape shape) {
    return shape.count() <= ValueList.MAX_NAMED && shape.equals(data.dataset().inputShape());
  }

  private float[] measured(float[] scaled) {
    float[] raw = scaled.clone();
    if (measures(data, shape)) {
      shown.copyRawInput(data, raw);
    }
    return raw;
  }

  /** Aligned decimals; none for counts. */
  private String written(double value) {
    return value == Math.rint(value) ? desk.lang().numbers().significant(value, DIGITS) : desk.lang().numbers().aligned(value, DIGITS);
  }

  /** Label of a class, or target of a regression. */
  private String answer() {
    List<String> classes = new DataTexts(desk.lang()).classes(data.dataset());
    if (shown.drawn().isPresent()) {
      int label = shown.drawn().get().label();
      return classes.isEmpty() ? "" : desk.lang().say("example.label", label < 0 ? "?" : classes.get(label));
    }
    float target = data.rawTarget(shown.part(), shown.row());
    return classes.isEmpty()
        ? desk.lang().say("example.target", desk.lang().numbers().significant(target, DIGITS))
        : desk.lang().say("example.label", classes.get((int) target));
  }

  @Override
  protected void layoutChildren() {
    if (picture != null) {
      double width = picture.prefWidth(-1);
      double height = picture.prefHeight(-1);
      for (HeatMap map : tinted == null ? List.of(picture) : List.of(picture, tinted)) {
        map.resizeRelocate(Math.rint((getWidth() - width) / 2), Math.rint((PICTURE - height) / 2), width, height);
      }
    } else {
      (tokens != null ? tokens : values).resizeRelocate(0, 0, getWidth(), PICTURE);
    }
    place.relocate(0, PLACE_Y);
    answer.relocate(0, ANSWER_Y);
    steps.resizeRelocate(0, STEPS_Y, getWidth(), BUTTON);
    showIfRoom(place, PLACE_Y + NormRow.HEIGHT);
    showIfRoom(answer, ANSWER_Y + NormRow.HEIGHT);
    showIfRoom(steps, STEPS_Y + BUTTON);
  }
}
