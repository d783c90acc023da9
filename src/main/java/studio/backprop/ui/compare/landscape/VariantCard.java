package studio.backprop.ui.compare.landscape;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.landscape.surface.SurfacePoint;
import studio.backprop.project.TrainingSettings;
import studio.backprop.text.Message;
import studio.backprop.ui.compare.comparison.VariantColour;
import studio.backprop.ui.compare.comparison.VariantTexts;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberField;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.NumberRange;
import studio.backprop.ui.kit.Sight;

/** Card with the values of a variant at the current step, true and as on the map. */
final class VariantCard extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final int DIGITS = 3;
  /** Values below are written with a power of ten and fewer digits. */
  private static final double SMALL = 1e-3;

  private final LandscapeModel model;
  private final int variant;
  private final Lang lang;
  private final Label name = new Label();
  private final NumberModel rate = new NumberModel(NumberRange.positive(), 1);
  private final Label loss = new Label();
  private final Label slope = new Label();
  private final Label drawnName = new Label();
  private final Label offName = new Label();
  private final Label off = new Label();
  private final Label end = new Label();
  private final Label gone = new Label();

  /** @param chosen selects the variant; on a test surface shows its optimizer step */
  VariantCard(LandscapeModel model, int variant, Lang lang, Hints hints, Runnable chosen) {
    this.model = model;
    this.variant = variant;
    this.lang = lang;
    getStyleClass().addAll("lane", "lane-card", VariantColour.style(variant));
    Button letter = new Button(VariantTexts.letter(variant));
    letter.setId("explain-" + variant);
    letter.getStyleClass().addAll("bare", "lane-letter");
    letter.setOnAction(event -> chosen.run());
    hints.explain(letter, model.surfaceProperty().map(
        surface -> Message.of(surface.isPresent() ? "landscape.card.explain" : "landscape.card.point",
            VariantTexts.letter(variant), variant + 1)));
    name.getStyleClass().add("strong");
    name.setMinWidth(0);
    Hints.sayWhole(name);
    Label rateName = new Label();
    rateName.getStyleClass().addAll("note", "mut");
    rateName.textProperty().bind(lang.bind("landscape.card.rate"));
    NumberField field = new NumberField(lang, rate, lang.bind("landscape.card.rate.of", VariantTexts.letter(variant))).digits(4);
    field.setId("rate-" + variant);
    rateName.setLabelFor(field);
    rate.valueProperty().subscribe((before, now) -> model.setRate(variant, now.doubleValue()));
    HBox head = new HBox(letter, name);
    head.getStyleClass().add("lane-head");
    GridPane rows = new GridPane();
    rows.getStyleClass().add("numbers-grid");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox rateRow = new HBox(rateName, gap, field);
    rateRow.getStyleClass().add("lane-head");
    VBox refused = new VBox(); // at the full width of the card: beside the arrows the sentence would push the field away
    field.refuseIn(refused);
    row(rows, 0, said("landscape.card.loss"), loss, "big");
    row(rows, 1, drawnName, slope, "value");
    offName.getStyleClass().addAll("note", "mut");
    offName.textProperty().bind(lang.bind("landscape.card.off"));
    row(rows, 3, offName, off, "value");
    drawnName.getStyleClass().addAll("note", "mut");
    row(rows, 4, said("landscape.card.end"), end, "value");
    gone.getStyleClass().addAll("note", "warn");
    gone.setWrapText(true);
    gone.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(head, rows, rateRow, refused, gone);
    setMinWidth(0);
  }

  private Label said(String key) {
    Label label = new Label();
    label.getStyleClass().addAll("note", "mut");
    label.textProperty().bind(lang.bind(key));
    return label;
  }

  private static void row(GridPane rows, int row, Label name, Label value, String style) {
    value.getStyleClass().add(style);
    value.setMaxWidth(Double.MAX_VALUE);
    value.setMinWidth(USE_PREF_SIZE); // numbers are not truncated, texts are
    GridPane.setHgrow(value, Priority.ALWAYS);
    name.setMinWidth(0);
    Hints.sayWhole(name);
    rows.addRow(row, name, value);
  }

  void redraw() {
    if (variant >= model.trails().size() || variant >= model.entries().size()) {
      return;
    }
    DrawnTrail trail = model.trails().get(variant);
    TrainingSettings entry = model.entries().get(variant);
    name.setText(RacerTexts.name(model, lang, variant));
    if (rate.value() != entry.rate()) {
      rate.valueProperty().set(entry.rate());
    }
    pseudoClassStateChanged(CHOSEN, model.surfaceProperty().get().isEmpty() && model.laneProperty().get() == variant);
    boolean left = trail.gone(model.step());
    loss.setText(left ? "–" : written(trail.loss(model.step())));
    int at = trail.placeAt(model.step());
    boolean race = model.surfaceProperty().get().isPresent();
    boolean whole = race || model.isWhole();
    drawnName.setText(lang.say(race ? "landscape.card.gradient" : "landscape.card.drawn"));
    slope.setText(left ? "–" : written(race ? slope(trail, at) : trail.drawn()[at]));
    boolean differs = !race && trail.differs(at);
    if (differs != slope.getStyleClass().contains("warn")) {
      slope.getStyleClass().removeAll("warn");
      slope.getStyleClass().addAll(differs ? List.of("warn") : List.of());
      slope.setGraphic(differs ? Icon.WARNING.view() : null);
    }
    off.setText(left ? "–" : written(trail.offPlane(at)));
    Sight.show(off, !whole); // in the whole weight space the distance is always 0
    Sight.show(offName, !whole);
    Sight.show(slope, race || !whole);
    Sight.show(drawnName, race || !whole);
    end.setText(trail.diverged().isPresent() ? "–" : written(trail.losses()[trail.size() - 1]));
    trail.diverged().ifPresent(step ->
        gone.setText(lang.say(race || !trail.broke() ? "landscape.card.diverged" : "landscape.card.broke", step)));
    Sight.show(gone, trail.diverged().isPresent());
    setAccessibleText(lang.say("landscape.card", VariantTexts.letter(variant), name.getText(), loss.getText()));
  }

  /** ‖∂L/∂w‖ at the variant on a test surface. */
  private double slope(DrawnTrail trail, int at) {
    SurfacePoint slope = model.surfaceProperty().get().orElseThrow().gradient(trail.xs()[at], trail.ys()[at]);
    return Math.hypot(slope.x(), slope.y());
  }

  private String written(double value) {
    return Double.isNaN(value) ? "–" : value == 0 ? lang.numbers().whole(0)
        : lang.numbers().aligned(value, Math.abs(value) < SMALL ? DIGITS - 1 : DIGITS);
  }
}
