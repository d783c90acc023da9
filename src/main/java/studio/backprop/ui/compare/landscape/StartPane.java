package studio.backprop.ui.compare.landscape;

import java.util.function.Function;
import java.util.random.RandomGenerator;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.backprop.landscape.surface.SurfacePoint;
import studio.backprop.landscape.surface.SurfaceRace;
import studio.backprop.landscape.surface.TestSurface;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberField;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.NumberRange;
import studio.backprop.ui.kit.Sight;

/** Start and length of a run on a test surface. */
final class StartPane extends VBox {
  private static final double STEP = 0.1;
  private static final int DIGITS = 4;
  private static final int WIDTH = 6;

  private final LandscapeModel model;
  private final Lang lang;

  /** @param done called when a choice was made */
  StartPane(LandscapeModel model, Lang lang, Hints hints, Runnable done) {
    this.model = model;
    this.lang = lang;
    getStyleClass().add("start-pane");
    Label title = new Label();
    title.getStyleClass().add("panel-title");
    title.textProperty().bind(lang.bind("landscape.start"));
    NumberModel x = new NumberModel(NumberRange.real(-SurfaceRace.FAR, SurfaceRace.FAR, STEP), 0);
    NumberModel y = new NumberModel(NumberRange.real(-SurfaceRace.FAR, SurfaceRace.FAR, STEP), 0);
    model.startProperty().subscribe(start -> {
      x.valueProperty().set(start.x());
      y.valueProperty().set(start.y());
    });
    x.valueProperty().subscribe((before, now) -> take(now.doubleValue(), model.startProperty().get().y()));
    y.valueProperty().subscribe((before, now) -> take(model.startProperty().get().x(), now.doubleValue()));
    NumberModel steps = new NumberModel(NumberRange.whole(1, SurfaceRace.MOST_STEPS), model.stepsProperty().get());
    DoubleProperty length = model.stepsProperty();
    steps.valueProperty().bindBidirectional(length);
    HBox fields = new HBox(pair("landscape.start.x", x), pair("landscape.start.y", y), pair("landscape.start.steps", steps));
    fields.getStyleClass().add("start-fields");
    FlowPane buttons = new FlowPane(
        button("start-anywhere", Icon.NEW_WEIGHTS, "landscape.start.anywhere", hints,
            () -> begin(surface -> surface.anywhere(RandomGenerator.getDefault())), done),
        button("start-reset", Icon.RESET, "landscape.start.reset", hints, () -> begin(TestSurface::start), done));
    buttons.getStyleClass().add("start-buttons");
    Label how = new Label();
    how.getStyleClass().addAll("note", "mut");
    how.setWrapText(true);
    how.textProperty().bind(lang.bind("landscape.start.how"));
    how.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(title, fields, buttons, how);
    model.surfaceProperty().subscribe(surface -> Sight.show(this, surface.isPresent()));
  }

  private void begin(Function<TestSurface, SurfacePoint> where) {
    model.beforeMove();
    model.surfaceProperty().get().ifPresent(surface -> model.startProperty().set(where.apply(surface)));
    model.keep();
  }

  private void take(double x, double y) {
    SurfacePoint wanted = new SurfacePoint(x, y);
    if (!wanted.equals(model.startProperty().get())) {
      model.startProperty().set(wanted);
    }
  }

  private HBox pair(String key, NumberModel number) {
    Label name = new Label();
    name.getStyleClass().add("mut");
    name.textProperty().bind(lang.bind(key));
    name.setMinWidth(USE_PREF_SIZE);
    NumberField field = new NumberField(lang, number, lang.bind(key)).digits(WIDTH).rounded(DIGITS).refuseIn(this);
    field.setId(key.replace('.', '-'));
    name.setLabelFor(field);
    HBox pair = new HBox(name, field);
    pair.getStyleClass().add("pair");
    return pair;
  }

  private Button button(String id, Icon icon, String key, Hints hints, Runnable action, Runnable done) {
    Button button = new Button(null, icon.view());
    button.setId(id);
    button.textProperty().bind(lang.bind(key));
    button.setOnAction(event -> {
      action.run();
      done.run();
    });
    hints.describe(button, key + ".help");
    return button;
  }
}
