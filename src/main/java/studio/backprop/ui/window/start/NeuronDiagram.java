package studio.backprop.ui.window.start;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Line;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ThemeModel;

/** Diagram of a neuron: inputs, weights as sliders and wires, the activation of the sum, and the loss. */
final class NeuronDiagram extends Pane {
  private static final double INPUT = 24;
  private static final double STUB = 28;
  private static final double WIRES = 62;
  private static final double RADIUS = 34;
  private static final double LINK = 24;
  private static final double LOSS = 128;
  /** Width of a wire in px per unit of its weight. */
  private static final double ROPE = 1.9;
  private static final double THINNEST = 0.6;
  private static final double THICKEST = 7;

  private final NeuronModel model;
  private final ThemeModel theme;
  private final Map<Weight, Row> rows = new EnumMap<>(Weight.class);
  private final Circle body = new Circle(RADIUS);
  private final CubicCurve bend = new CubicCurve();
  private final Line link = new Line();
  private final Label caption = new Label();
  private final VBox loss;

  /** Nodes of one weight, from left to right. */
  private record Row(Label input, Line stub, WeightSlider slider, CubicCurve wire) {}

  NeuronDiagram(NeuronModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.theme = theme;
    this.loss = lossCard(lang);
    getStyleClass().add("neuron-diagram");
    for (Weight weight : Weight.values()) {
      Label input = new Label(weight.input());
      input.getStyleClass().add("symbol");
      Row row = new Row(input, new Line(), new WeightSlider(model, weight, lang), new CubicCurve());
      row.wire().setFill(null);
      rows.put(weight, row);
      getChildren().addAll(input, row.stub(), row.wire(), row.slider());
    }
    body.getStyleClass().add("neuron-body");
    bend.getStyleClass().add("neuron-bend");
    link.getStyleClass().add("neuron-link");
    caption.getStyleClass().addAll("note", "mut");
    caption.textProperty().bind(lang.bind("start.neuron.caption"));
    getChildren().addAll(link, body, bend, caption, loss);
    model.changesProperty().subscribe(change -> colour());
    theme.paletteProperty().subscribe(palette -> colour());
  }

  private VBox lossCard(Lang lang) {
    Label title = new Label();
    title.getStyleClass().add("mut");
    title.textProperty().bind(lang.bind("start.loss"));
    Label number = new Label();
    number.setId("neuron-loss");
    number.getStyleClass().add("big-number");
    number.textProperty().bind(Bindings.createStringBinding(
        () -> lang.numbers().fixed(model.lossProperty().get(), 3), model.lossProperty(), lang.numbersProperty()));
    Label right = new Label();
    right.getStyleClass().addAll("note", "mut");
    right.setWrapText(true);
    right.textProperty().bind(lang.bind("start.right", model.rightProperty(), model.points()));
    VBox card = new VBox(title, number, right);
    card.getStyleClass().addAll("card", "loss-card");
    return card;
  }

  private void colour() {
    rows.forEach((weight, row) -> {
      double value = model.value(weight).get();
      double width = Math.max(THINNEST, Math.min(THICKEST, ROPE * Math.abs(value)));
      var color = theme.palette().signed().color(Math.signum(value) * 0.55);
      row.stub().setStroke(color);
      row.stub().setStrokeWidth(width);
      row.wire().setStroke(color);
      row.wire().setStrokeWidth(width);
    });
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double left = INPUT + STUB;
    double right = width - LOSS - LINK - 2 * RADIUS - WIRES;
    double centreX = right + WIRES + RADIUS;
    double centreY = height / 2;
    for (Weight weight : Weight.values()) {
      Row row = rows.get(weight);
      double block = row.slider().prefHeight(-1);
      double top = (height - block) / 2 * weight.ordinal();
      row.slider().resizeRelocate(left, top, right - left, block);
      row.slider().layout();
      place(row, left, right, top + row.slider().wireY(), centreX, centreY);
    }
    body.setCenterX(centreX);
    body.setCenterY(centreY);
    double reach = RADIUS * 0.45;
    curve(bend, centreX - reach, centreY + reach, centreX + reach, centreY - reach);
    link(centreX + RADIUS, centreY, width - LOSS);
    double card = loss.prefHeight(LOSS);
    loss.resizeRelocate(width - LOSS, centreY - card / 2, LOSS, card);
    // also below the loss, and clear of the wire from below
    double words = caption.prefWidth(-1);
    caption.resizeRelocate(Math.min(centreX - RADIUS / 2, width - words), centreY + Math.max(RADIUS, card / 2) + 6, words,
        caption.prefHeight(-1));
  }

  private static void place(Row row, double left, double right, double y, double centreX, double centreY) {
    double inputHeight = row.input().prefHeight(-1);
    row.input().resizeRelocate(0, y - inputHeight / 2, INPUT, inputHeight);
    row.stub().setStartX(INPUT);
    row.stub().setEndX(left - 4);
    row.stub().setStartY(y);
    row.stub().setEndY(y);
    curve(row.wire(), right + 4, y, centreX - RADIUS * 0.9, centreY + Math.signum(y - centreY)
        * Math.min(RADIUS * 0.4, Math.abs(y - centreY)));
  }

  private static void curve(CubicCurve curve, double fromX, double fromY, double toX, double toY) {
    double middle = (fromX + toX) / 2;
    curve.setStartX(fromX);
    curve.setStartY(fromY);
    curve.setControlX1(middle);
    curve.setControlY1(fromY);
    curve.setControlX2(middle);
    curve.setControlY2(toY);
    curve.setEndX(toX);
    curve.setEndY(toY);
  }

  private void link(double fromX, double y, double toX) {
    link.setStartX(fromX);
    link.setStartY(y);
    link.setEndX(toX);
    link.setEndY(y);
  }
}
