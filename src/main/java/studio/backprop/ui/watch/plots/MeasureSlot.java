package studio.backprop.ui.watch.plots;

import java.util.function.Consumer;
import studio.backprop.project.Project;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;

/** The second plot: how good predictions are or, of an agent, what its episodes returned. */
final class MeasureSlot extends PlotView {
  private final CurveView curve;
  private final ReturnView returns;

  MeasureSlot(PlotsModel plots, Lang lang, ThemeModel theme, Consumer<PlotView> enlarge) {
    super(plots, lang, theme, "measure-slot");
    getStyleClass().remove("plot"); // those within have its edges
    curve = new CurveView(plots.measure(), plots, lang, theme, view -> enlarge.accept(this));
    returns = new ReturnView(plots, lang, theme);
    getChildren().addAll(curve, returns);
    plots.run().projectProperty().subscribe(this::choose);
  }

  private void choose(Project project) {
    boolean acts = project != null && project.assignment().acts();
    Sight.show(returns, acts);
    Sight.show(curve, !acts);
    returns.ask();
    curve.ask();
  }

  @Override
  void repaint() {
    // those within paint themselves
  }
}
