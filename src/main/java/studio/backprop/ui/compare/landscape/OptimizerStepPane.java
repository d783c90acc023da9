package studio.backprop.ui.compare.landscape;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.landscape.surface.SurfaceRace;
import studio.backprop.optim.FormulaLine;
import studio.backprop.text.Latex;
import studio.backprop.ui.compare.comparison.VariantColour;
import studio.backprop.ui.compare.comparison.VariantTexts;
import studio.backprop.ui.kit.CloseButton;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.formula.Formula;
import studio.backprop.ui.kit.formula.Typesetter;

/** Optimizer step of one variant at the current step: formulas with the values of both weights. */
final class OptimizerStepPane extends VBox {
  private static final double SIZE = 14;
  private static final double MIN_SCALE = 0.7;
  private static final List<String> WEIGHTS = List.of("x", "y");

  private final LandscapeModel model;
  private final Lang lang;
  private final Typesetter typesetter;
  private final Label title = new Label();
  private final VBox lines = new VBox();
  private int variant = -1;

  OptimizerStepPane(LandscapeModel model, Lang lang, Hints hints, Typesetter typesetter) {
    this.model = model;
    this.lang = lang;
    this.typesetter = typesetter;
    getStyleClass().addAll("step-account", VariantColour.style(0));
    title.getStyleClass().add("panel-title");
    title.setId("account-title");
    title.setWrapText(true);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button close = new CloseButton(this::close, "bare");
    close.setId("close-account");
    hints.explain(close, "kit.close");
    HBox head = new HBox(title, gap, close);
    head.setAlignment(Pos.CENTER_LEFT);
    lines.getStyleClass().add("account-lines");
    getChildren().addAll(head, lines);
    model.frameProperty().subscribe(this::redraw);
    lang.textsProperty().subscribe(texts -> redraw());
    redraw();
  }

  /** Shows the step of a variant, or closes it if shown. */
  void toggle(int wanted) {
    variant = variant == wanted ? -1 : wanted;
    redraw();
  }

  /** @return whether it was open */
  boolean close() {
    boolean open = isVisible();
    variant = -1;
    redraw();
    return open;
  }

  private void redraw() {
    boolean shown = variant >= 0 && model.race().isPresent() && variant < model.trails().size();
    Sight.show(this, shown);
    if (!shown) {
      lines.getChildren().clear();
      return;
    }
    SurfaceRace race = model.race().orElseThrow();
    int step = (int) Math.min(model.step(), race.racers().get(variant).steps());
    String name = RacerTexts.name(lang, race.racers().get(variant).settings().optimizer());
    getStyleClass().removeIf(style -> style.startsWith("lane-"));
    getStyleClass().add(VariantColour.style(variant));
    lines.getChildren().clear();
    if (step < 1) {
      title.setText(lang.say("landscape.account.none", VariantTexts.letter(variant), name));
      return;
    }
    title.setText(lang.say("landscape.account", VariantTexts.letter(variant), name, step));
    List<List<FormulaLine>> both = race.account(variant, step);
    double[] slope = race.slopeBefore(variant, step);
    for (int weight = 0; weight < WEIGHTS.size(); weight++) {
      add("g = \\frac{\\partial L}{\\partial " + WEIGHTS.get(weight) + "} = " + Latex.number(slope[weight]));
      for (FormulaLine line : both.get(weight)) {
        boolean last = line == both.get(weight).get(both.get(weight).size() - 1);
        String left = last ? WEIGHTS.get(weight) + " \\leftarrow " : line.name() + " = ";
        add(left + line.numbers() + " = " + Latex.number(line.value()));
      }
    }
  }

  private void add(String latex) {
    Formula formula = new Formula(typesetter, SIZE).shrinkTo(MIN_SCALE);
    formula.latexProperty().set(latex);
    lines.getChildren().add(formula);
  }
}
